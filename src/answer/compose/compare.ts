import type { Question } from '../../question/question.ts';
import type { Evidence } from '../../retrieval/evidence.ts';
import { formatPeriod } from '../../time/format.ts';
import { type Composing, type Draft, idsOf, type Line } from '../draft.ts';
import { scopeOf } from '../scope.ts';
import { topicName } from '../topic-name.ts';
import { composeDefine } from './define.ts';
import { byDate, endsOf, isTopical, meetingLine, outcomeLine, outcomesOf, summaryLine, wordsFor } from './lines.ts';

/** Lines of each side before the other side has its turn. */
const turn = 3;

type Side = {
  readonly name: string;
  /** Lines are told apart by their dates already. */
  readonly isPeriod?: boolean;
  readonly evidence: readonly Evidence[];
};

/** Two or more sides next to each other; `undefined` where the question names fewer than two. */
export function composeCompare(composing: Composing): Draft | undefined {
  const { question, language } = composing;
  const { say, scope, tell } = wordsFor(composing);
  const sides = sidesOf(composing);
  if (sides.length < 2 || sides.every((side) => side.evidence.length === 0)) return undefined;

  const columns = sides.map(({ name, isPeriod, evidence }): readonly Line[] => {
    const label = (text: string) => (isPeriod ? text : say.sideItem(name, text));
    if (evidence.length === 0) return [];
    return evidence.flatMap((each): readonly Line[] => {
      const told = tell(each.consultation);
      const outcomes = outcomesOf(each, question).slice(0, isTopical(question) ? 3 : evidence.length === 1 ? 6 : 1);
      if (outcomes.length === 0) return [meetingLine(label(say.item(told)), each.consultation)];
      return outcomes.map((outcome) =>
        outcomeLine(label(say.framed(told, outcome[language])), outcome, each.consultation),
      );
    });
  });
  const explained =
    question.frameworks.length > 1 && question.parts === undefined && !isTopical(question)
      ? composeDefine(composing)
      : undefined;
  const rows = Math.ceil(Math.max(...columns.map((column) => column.length)) / turn);
  const lines = Array.from({ length: rows }, (_, row) =>
    columns.flatMap((column) => column.slice(row * turn, (row + 1) * turn)),
  ).flat();
  const named = sides.map(({ name, evidence }) => ({ name, count: evidence.length }));
  const isByTopic = question.topics.length > 0 && !sides.some(({ name }) => scope.topics.includes(name));
  return {
    status: 'answered',
    headline: summaryLine(
      say.compared(named, isByTopic ? say.names(scope.topics) : null),
      sides.flatMap(({ evidence }) => endsOf(evidence).slice(-1)),
    ),
    // Two frameworks are told apart by what they are before what was said in them.
    lines: explained === undefined ? lines : [explained.headline, ...explained.lines, ...lines],
    notes: sides.filter(({ evidence }) => evidence.length === 0).map(({ name }) => say.sideEmpty(name)),
    consultations: [...new Set(sides.flatMap(({ evidence }) => idsOf(evidence)))],
  };
}

/** 「前回と今回」, "the last two": the latest meeting and the one before it. */
const LAST_TWO =
  /前回と(?:今回|前々回)|今回と前回|直近の?(?:2|二|２)回|\b(?:last|latest|most recent) two\b|\btwo (?:latest|most recent)\b/i;

/** What is set against what: two periods, else two people, frameworks, meetings, partners or topics. */
function sidesOf(composing: Composing): readonly Side[] {
  const { question, knowledge, language, retrieve } = composing;
  const { say } = wordsFor(composing);
  const base: Question = { ...question, intent: 'what', manner: 'plain', otherPeriod: null };
  const by = (names: readonly { readonly name: string; readonly only: Partial<Question> }[]): readonly Side[] =>
    names.map(({ name, only }) => ({ name, evidence: retrieve({ ...base, ...only }) }));

  const { period, otherPeriod, parts } = question;
  if (parts !== undefined) {
    return by(
      parts.map((part) => ({
        name: say.scope(scopeOf({ ...base, ...part, parts: undefined }, knowledge, language)),
        only: { frameworks: part.frameworks, period: part.period },
      })),
    );
  }
  if (period !== null && otherPeriod !== null) {
    return by(
      [period, otherPeriod].map((each) => ({ name: formatPeriod(each, language), only: { period: each } })),
    ).map((side) => ({ ...side, isPeriod: true }));
  }
  if (LAST_TWO.test(question.text) && question.frameworks.length === 1) {
    const all = byDate(retrieve({ ...base, order: undefined })).slice(-2);
    const { tell } = wordsFor(composing);
    return all.map((each) => ({ name: tell(each.consultation).date, isPeriod: true, evidence: [each] }));
  }
  if (question.people.length > 1) {
    return by(
      question.people.map((id) => ({
        name: knowledge.people.get(id)?.names[language] ?? id,
        only: { people: [id] },
      })),
    );
  }
  if (question.frameworks.length > 1) {
    return by(
      question.frameworks.map((id) => {
        const entry = knowledge.frameworks.get(id);
        return { name: (entry?.short ?? entry?.names)?.[language] ?? id, only: { frameworks: [id] } };
      }),
    );
  }
  if (question.consultations.length > 1 && question.consultations.length <= 4) {
    const { tell } = wordsFor(composing);
    return by(
      question.consultations.flatMap((id) => {
        const consultation = knowledge.consultations.find((each) => each.id === id);
        return consultation === undefined ? [] : [{ name: tell(consultation).date, only: { consultations: [id] } }];
      }),
    );
  }
  if (question.countries.length > 1 && question.members === undefined) {
    return by(
      question.countries.map((id) => ({
        name: knowledge.countries.get(id)?.names[language] ?? id,
        only: { countries: [id], members: undefined },
      })),
    );
  }
  if (question.topics.length > 1) {
    return by(
      question.topics.map((id) => ({
        name: topicName(id, knowledge, language),
        only: { topics: [id] },
      })),
    );
  }
  return [];
}
