import { FrameworkFields } from '../knowledge/schema.ts';
import { endsInKanji } from '../text/shape.ts';
import {
  type Annotated,
  type Annotation,
  type CueAnnotation,
  idsOf,
  isCue,
  isName,
  type NameAnnotation,
} from './annotation.ts';

/** What the ask table's conditions are about, worked out once a question. */
export type Situation = {
  /** Whether a condition of the table holds: a cue id, `name:KIND`, or the name of a fact. */
  holds(condition: string): boolean;
};

export type Told = {
  /** Units of time that stand beside each other, not counting bounds. */
  readonly times: number;
  readonly isAnchored: boolean;
  readonly hasOrder: boolean;
  readonly hasStep: boolean;
  /** A length that meetings must have had. */
  readonly hasLength: boolean;
  readonly isPassed: boolean;
};

const WH = [
  'ask.who',
  'ask.when',
  'ask.where',
  'ask.what',
  'ask.which',
  'ask.list',
  'ask.count',
  'ask.howmany',
  'ask.howlong',
  'ask.howmuch',
  'ask.since',
  'ask.source',
  'ask.compare',
  'ask.frequency',
];
const SPEAKS = ['act.*', 'verb.*', 'say'];
const FIELDS: ReadonlySet<string> = new Set(FrameworkFields);
const CONTENT = ['framework', 'topic', 'document', 'person', 'place', 'administration', 'members', 'office'] as const;

/** What the facts are told from. */
type Scene = {
  readonly all: readonly Annotation[];
  /** What is left of the question once the event or term that tells its time is taken out. */
  readonly rest: readonly Annotation[];
  readonly told: Told;
  readonly names: readonly NameAnnotation[];
  /** Names that a question may be about. */
  readonly content: readonly NameAnnotation[];
  readonly words: readonly Annotation[];
  readonly isJapanese: boolean;
  any(...ids: readonly string[]): boolean;
};
type Facts = Readonly<Record<string, () => boolean>>;

/** `rest` is what is left of the question once the event or term that tells its time is taken out. */
export function situationOf({ all, language }: Annotated, rest: readonly Annotation[], told: Told): Situation {
  const names = rest.filter((one): one is NameAnnotation => one.kind === 'name');
  const scene: Scene = {
    all,
    rest,
    told,
    names,
    content: names.filter((one) => isName(one, ...CONTENT)),
    words: rest.filter((one) => one.kind === 'word'),
    isJapanese: language === 'ja',
    any: (...ids) => rest.some((one) => isCue(one, ...ids)),
  };
  const facts: Facts = { ...factsOfTime(scene), ...factsOfNames(scene), ...factsOfWording(scene) };
  const memory = new Map<string, boolean>();
  return {
    holds(condition) {
      const known = memory.get(condition);
      if (known !== undefined) return known;
      const found = condition.startsWith('name:')
        ? names.some((one) => one.entities.some(({ kind }) => kind === condition.slice(5)))
        : (facts[condition]?.() ?? scene.any(condition));
      memory.set(condition, found);
      return found;
    },
  };
}

/** Facts of times and order. */
function factsOfTime({ rest, told, isJapanese, any }: Scene): Facts {
  return {
    time: () => told.times > 0,
    'one-time': () => told.times <= 1,
    'two-times': () => told.times > 1,
    span: () => rest.some((one) => one.kind === 'time' && one.mention.granularity === 'span'),
    order: () => told.hasOrder,
    step: () => told.hasStep,
    'bound-length': () => told.hasLength && (!isJapanese || isOfMeetings(rest)),
    'claimed-length': () => told.hasLength && isJapanese && !isOfMeetings(rest),
    anchored: () => told.isAnchored,
    passed: () => told.isPassed,
    'meets-at': () => any('meet.attend', 'meet.held', 'meet.visit') && told.times > 0,
  };
}

/** 1時間以上の会談, 1時間以上のもの: the length stands before what it is asked of, and is not what is said of it. */
function isOfMeetings(rest: readonly Annotation[]): boolean {
  const last = rest.findLastIndex((one) => isCue(one, 'unit.minutes', 'unit.half'));
  return rest
    .slice(last)
    .some(
      (one) => isName(one, 'framework', 'format', 'level') || isCue(one, 'meet.meet', 'noun.meeting', 'noun.matter'),
    );
}

/** Facts of what is named. */
function factsOfNames({ rest, told, names, content, words, isJapanese }: Scene): Facts {
  const frameworks = new Set(names.flatMap((one) => idsOf(one, 'framework')));
  return {
    'two-tables': () => names.filter((one) => isName(one, 'framework')).length > 1 && frameworks.size > 1,
    'two-names': () => content.length > 1,
    nameless: () => names.length === 0 && told.times === 0,
    'titled-person': () => names.some((one) => isName(one, 'person') && one.titles.length > 0),
    'before-person': () => besidePerson(rest, isJapanese, 'rel.before'),
    'after-person': () => besidePerson(rest, isJapanese, 'rel.after', 'order.next'),
    'field-topic': () => names.some((one) => idsOf(one, 'topic').some((id) => FIELDS.has(id))),
    named: () => names.some((one) => isName(one, 'framework', 'topic', 'document', 'person', 'members', 'office')),
    'one-name': () => content.length === 1,
    alone: () =>
      content.length === 1 &&
      words.length === 0 &&
      names.every((one) => content.includes(one) || isName(one, 'country')),
    subject: () => words.length > 0 || names.some((one) => isName(one, 'topic', 'document')),
    'unknown-name-only': () => names.length === 0 && words.length === 1,
    'at-table': () =>
      rest.some(
        (one, at) =>
          isName(one, 'framework') &&
          (isCue(rest[at - 1], 'rel.in') || (isCue(rest[at - 1], 'prep.article') && isCue(rest[at - 2], 'rel.in'))),
      ),
    bare: () => names.length === 0 && words.length === 0 && told.times === 0,
  };
}

/** Facts of how it is asked. */
function factsOfWording({ all, rest, told, words, isJapanese, any }: Scene): Facts {
  return {
    nothing: () => all.every((one) => isCue(one, 'mark.question') || isCue(one, 'noise')),
    'two-numbers': () => countOrdinals(rest) > 1,
    words: () => words.length > 0,
    'opens-future': () =>
      isCue(
        rest.find((one) => !isCue(one, 'noise', 'prep.article')),
        'future',
      ),
    speaks: () => any(...SPEAKS),
    'speaks-only': () => any(...SPEAKS) && !any('act.announced'),
    'speaks-of': () => any('say', 'act.discussed', 'act.agreed', 'act.confirmed', 'act.stated', 'verb.*'),
    meets: () => any('meet.*'),
    about: () => any('rel.about'),
    wh: () => any(...WH),
    'wh-other': () => any('ask.who', 'ask.where', 'ask.count', 'ask.list'),
    'counts-meetings': () => countsMeetings(rest),
    'which-person': () => whichOf(rest) === 'person',
    'which-meeting': () => whichOf(rest) === 'meeting',
    'ends-in-person': () => endsInPerson(rest, isJapanese),
    'ends-in-meeting': () => endsInMeeting(rest, isJapanese),
    'two-of-them': () => told.times > 1 || countOrdinals(rest) > 1,
    'which-place': () => asksWhichPlace(rest),
    'ends-in-place': () => endsInPlace(rest, isJapanese),
    'where-of-words': () => asksWhereOfWords(rest, isJapanese),
    'ends-in-day': () => isJapanese && isCue(lastOf(rest), 'noun.day'),
    polar: () => isPolar(rest, isJapanese),
    ja: () => isJapanese,
    en: () => !isJapanese,
  };
}

/** "How many summits", "telephone talks, how many": meetings are counted; troops, people and missiles are not. */
function countsMeetings(rest: readonly Annotation[]): boolean {
  const at = rest.findIndex((one) => isCue(one, 'ask.howmany'));
  for (const one of [...rest.slice(at + 1), ...rest.slice(0, at)]) {
    if (isName(one, 'framework', 'format', 'level', 'members', 'visit')) return true;
    if (isCue(one, 'unit.times', 'meet.meet', 'meet.visit', 'noun.meeting')) return true;
    if (one.kind === 'word' || isName(one, 'office', 'person', 'topic') || isCue(one, 'noun.person', 'noun.place'))
      return false;
  }
  return false;
}

/** "Before Nakatani", 中谷大臣の前: a person whose place somebody else had. */
function besidePerson(rest: readonly Annotation[], isJapanese: boolean, ...ids: readonly string[]): boolean {
  return rest.some((one, at) => isCue(one, ...ids) && isName(rest[isJapanese ? at - 1 : at + 1], 'person'));
}

/** What "which" asks for: which ministers, which of the meetings. */
function whichOf(rest: readonly Annotation[]): 'person' | 'meeting' | undefined {
  const at = rest.findIndex((one) => isCue(one, 'ask.which'));
  if (at < 0) return undefined;
  for (const one of rest.slice(at + 1, at + 4)) {
    const { text } = one;
    if (isCue(one, 'meet.*', 'unit.times', 'noun.meeting') || isName(one, 'framework', 'format', 'members'))
      return 'meeting';
    if (isCue(one, 'noun.person') || isName(one, 'office', 'person')) return 'person';
    // "Which ministers spoke" asks for people, "which ministerial talks" for meetings.
    if (idsOf(one, 'level').length > 0) {
      const isTable = isCue(rest[rest.indexOf(one) + 1], 'meet.meet') && !text.endsWith('s');
      return isTable ? 'meeting' : 'person';
    }
    if (isCue(one, 'noun.matter', 'ask.documents')) return undefined;
    // "Which virtual summits" asks for summits, "which missile tests" for none.
    const isBeforeMeeting = isName(rest[rest.indexOf(one) + 1], 'framework');
    if (one.kind === 'word' && !isBeforeMeeting) return undefined;
  }
  return undefined;
}

/** 「2月にルビオ長官と会った日本の要人」: a phrase that ends in the people it asks for. */
function endsInPerson(rest: readonly Annotation[], isJapanese: boolean): boolean {
  if (!isJapanese) return false;
  const last = lastOf(rest);
  if (isCue(last, 'noun.person', 'ask.who')) return true;
  return isName(last, 'office', 'level') && rest.some((one) => isCue(one, 'meet.meet', 'meet.attend', 'meet.visit'));
}

/** 「指揮統制を議論した会談は？」: a phrase that ends in the meetings it asks for, and tells what was done there. */
function endsInMeeting(rest: readonly Annotation[], isJapanese: boolean): boolean {
  if (!isJapanese) return false;
  const last = lastOf(rest);
  if (last === undefined) return false;
  const isMeeting = (isCue(last, 'meet.meet') && endsInKanji(last.text)) || isName(last, 'framework');
  const before = rest.slice(0, rest.indexOf(last)).filter((one) => one.text !== 'た');
  return isMeeting && isCue(before.at(-1), ...SPEAKS);
}

function countOrdinals(rest: readonly Annotation[]): number {
  return rest.filter((one) => one.kind === 'number' && one.unit === 'ordinal').length;
}

/** "In what Italian city", なんという町: a place with what it is, right after the question word. */
function asksWhichPlace(rest: readonly Annotation[]): boolean {
  return rest.some(
    (one, at) =>
      isCue(one, 'noun.place') &&
      (isCue(rest[at - 1], 'ask.what', 'ask.which') ||
        (isName(rest[at - 1], 'country') && isCue(rest[at - 2], 'ask.what', 'ask.which'))),
  );
}

/** 「会談が行われた都市の名前」「開催された町は？」: a phrase that ends in the place it asks for. */
function endsInPlace(rest: readonly Annotation[], isJapanese: boolean): boolean {
  return (
    isJapanese && rest.some((one, at) => isCue(one, 'noun.place') && isCue(rest[at - 1], 'meet.held', 'meet.visit'))
  );
}

/** 「重点が置かれた地域はどこか」: どこ is asked of a word that is no place of a meeting. */
function asksWhereOfWords(rest: readonly Annotation[], isJapanese: boolean): boolean {
  if (!isJapanese) return false;
  const at = rest.findIndex((one) => isCue(one, 'ask.where'));
  return isCue(rest[at - 1], 'rel.by') && rest[at - 2]?.kind === 'word';
}

/** The last annotation that says something. */
function lastOf(rest: readonly Annotation[]): Annotation | undefined {
  return rest
    .filter((one) => !isCue(one, 'mark.question', 'rel.by', 'rel.object', 'noise') || isCue(one, 'noun.day'))
    .at(-1);
}

/** 「最初のは電話？」: something is said to be something. */
function endsInClaim(rest: readonly Annotation[]): boolean {
  const said = rest.filter((one) => !isCue(one, 'mark.question', 'noise'));
  return isName(said.at(-1), 'format', 'place', 'country', 'framework') && isCue(said.at(-2), 'rel.by');
}

/** Put as yes or no: by its verb, or, in Japanese, by an ending with a question mark. */
function isPolar(rest: readonly Annotation[], isJapanese: boolean): boolean {
  if (rest.some((one) => isCue(one, 'ask.yesno'))) return true;
  if (!isJapanese || !rest.some((one) => isCue(one, 'mark.question'))) return false;
  if (endsInClaim(rest)) return true;
  const last = rest
    .filter((one): one is CueAnnotation => one.kind === 'cue' && !one.ids.includes('mark.question'))
    .at(-1);
  // 「思いやり予算の合意は？」 asks what it was.
  if (['は', 'が'].includes(last?.text.at(-1) ?? '') && isCue(last, 'act.*')) return false;
  return (
    isCue(last, 'meet.*', 'act.*', 'verb.*', 'say', 'claim.*') ||
    (isCue(last, 'noise') &&
      rest.some((one) => isCue(one, 'meet.*', 'act.*', 'verb.*', 'say', 'claim.*') || isName(one, 'format')))
  );
}
