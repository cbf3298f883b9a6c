import { foldKey } from '../text/fold.ts';
import { formatPeriod } from '../time/format.ts';
import type { Annotated, TimeAnnotation } from './annotation.ts';
import type { Reader } from './outline.ts';
import type { Query } from './query.ts';

/** What is asked back: two people who bear the name typed, two days that a date can mean. Empty where one reading is meant. */
export function choicesOf(annotated: Annotated, query: Query, reader: Reader): Query['choices'] {
  if (query.frame !== 'alone') return [];
  const days = annotated.all
    .filter((one) => one.kind === 'time')
    .find(({ mention }) => mention.granularity === 'day' && mention.alternatives.length > 0);
  return days === undefined ? personChoices(annotated, query, reader) : dayChoices(annotated, days);
}

/** The choice that a reply names by its number or by its name; `undefined` where it is a question of its own. */
export function pickedBy(reply: string, choices: Query['choices']): string | undefined {
  const key = foldKey(reply);
  const byNumber = choices[Number(key) - 1];
  if (byNumber !== undefined) return byNumber.question;
  const named = choices.filter(({ label }) =>
    [label.ja, label.en].some((each) => key !== '' && foldKey(each).includes(key)),
  );
  return named.length === 1 ? named[0]?.question : undefined;
}

function dayChoices({ text }: Annotated, { mention, span }: TimeAnnotation): Query['choices'] {
  const periods = [mention.period, ...mention.alternatives.map(({ period }) => period)];
  return periods.flatMap((period) => {
    if (period?.from == null || period.to === null) return [];
    const typed = period.from === period.to ? period.from : `${period.from}..${period.to}`;
    const label = { ja: formatPeriod(period, 'ja'), en: formatPeriod(period, 'en') };
    return [{ label, question: text.slice(0, span[0]) + typed + text.slice(span[1]) }];
  });
}

/** Two people of one family name, where the record holds what is asked of both, or of neither: each as a question of its own. */
function personChoices({ text }: Annotated, query: Query, { lexicon: { knowledge }, find }: Reader): Query['choices'] {
  const doubtful = query.constraints.find(
    ({ role, anyOf, span }) => role === 'person' && anyOf.length > 1 && span !== undefined,
  );
  if (doubtful?.span === undefined) return [];
  const [start, end] = doubtful.span;
  const isHeld = (id: string) => {
    const constraints = query.constraints.map((one) => (one === doubtful ? { ...one, anyOf: [id] } : one));
    return find({ ...query, constraints }).findings.length > 0;
  };
  const held = doubtful.anyOf.filter(isHeld);
  const meant = held.length > 0 ? held : doubtful.anyOf;
  if (meant.length < 2) return [];
  return meant.flatMap((id) => {
    const person = knowledge.people.get(id);
    if (person === undefined) return [];
    const office = person.offices.at(-1);
    const { ja, en } = person.names;
    const label = office === undefined ? { ja, en } : { ja: `${ja}（${office.ja}）`, en: `${en} (${office.en})` };
    return [{ label, question: text.slice(0, start) + person.names[query.language] + text.slice(end) }];
  });
}
