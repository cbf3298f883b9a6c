import type { EntityKind, Lexicon } from '../lexicon/lexicon.ts';
import { postsCalled } from '../lexicon/offices.ts';
import type { Bilingual, Language } from '../text/language.ts';
import type { Period, PlainDate } from '../time/period.ts';
import { shiftDays } from '../time/spans.ts';
import { verbIn } from './intent/verbs.ts';
import type { Reading } from './interpret.ts';
import type { Intent, Manner, Question } from './question.ts';
import { outsideOf, resolveCountries } from './resolve/countries.ts';
import { asksToExplain, type Subject } from './resolve/explained.ts';
import { formatOfTheOne, formatsMeant } from './resolve/formats.ts';
import { callsOnOthers, frameworksOfPeople, resolveFrameworks } from './resolve/frameworks.ts';
import { governmentsIn } from './resolve/governments.ts';
import { resolveOffices } from './resolve/offices.ts';
import { numberedRecords } from './resolve/ordinals.ts';
import { partsOf } from './resolve/parts.ts';
import { resolvePeople } from './resolve/people.ts';
import { isListOfTwo, resolvePeriods } from './resolve/periods.ts';
import { resolvePlaces, venueTopics } from './resolve/places.ts';
import { budgetsIn, fiscalYears, meetingsSpokenOf, withSubjects } from './resolve/spoken-of.ts';
import { asTyped, explainsFreeWords, subjectTerms } from './resolve/subject-words.ts';
import { asksOfNeighbour, neighbourOf, successionIn } from './resolve/succession.ts';
import { areOneSubject, asSubject } from './resolve/topics.ts';
import { isOutOfScope, type Vocabulary } from './scope.ts';

/** What a reading is decided over. */
export type Circumstances = {
  readonly language: Language;
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  /** The asker's day. */
  readonly today: PlainDate;
};

/** The question that a reading amounts to, by itself: nothing of the conversation is in it. */
export function decide(reading: Reading, { language, lexicon, vocabulary, today }: Circumstances): Question {
  const { text, anchor, tenure, postAt } = reading;
  const beside = anchor?.isNext ? anchor.relation : besideDay(reading);
  const cues = beside ? besideOf(reading.cues, beside) : reading.cues;
  const budgets = budgetsIn(reading);
  const sums = fiscalYears(budgets);
  const mentions = reading.mentions.filter(
    (one) => !(anchor ?? postAt)?.mentions.includes(one) && !budgets.includes(one),
  );
  const venues = venueTopics(text, reading.links);
  const within: Period[] = [anchor, tenure, postAt].flatMap((told) => (told ? [told.period] : []));
  const told = governmentsIn(reading, lexicon);
  const governments = told.periods;
  // Two governments share no more than the day of the change: each is a period of its own.
  const areTwo = governments.length === 2 && mentions.length === 0;
  if (!areTwo) within.push(...governments);
  const spoken = meetingsSpokenOf(text, reading.links);
  const used = [
    ...spoken,
    ...(anchor?.links ?? []),
    ...(postAt?.links ?? []),
    ...(tenure ? [tenure.link] : []),
    ...venues.map(({ link }) => link),
    ...told.links,
  ];
  const links = reading.links.filter((one) => !used.includes(one)).map((one) => asSubject(one, text));
  const when = resolvePeriods(
    cues.intent === 'compare' ? reading.sides(mentions) : mentions,
    within,
    cues.intent === 'compare',
    isListOfTwo(text, mentions),
  );
  const [earlier, later] = areTwo ? governments : [];
  const parts = anchor || tenure ? undefined : partsOf(text, links, mentions);
  const isUpcoming = cues.manner === 'next' && when.period === null && !anchor;
  const period = isUpcoming ? { from: shiftDays(today, 1), to: null } : (earlier ?? when.period);

  const offices = resolveOffices(text, links, period, lexicon);
  const named = resolvePeople(text, links, period, lexicon);
  const outside = outsideOf(text, links);
  const nations = resolveCountries(text, links, [...offices.used, ...outside.links], lexicon);
  const linked = { ...reading, links };
  const said = named.people.length + offices.offices.length > 0 ? successionIn(text) : undefined;
  const [holder] = named.people;
  const posts =
    offices.offices.length > 0 || !said || holder === undefined
      ? offices.offices
      : postsCalled(text, holder, lexicon.knowledge);
  const other = said && asksOfNeighbour(text) ? neighbourOf(holder, posts, said, lexicon, period) : undefined;
  const succession = other ? undefined : said;
  const people = other ? [other.person] : [...new Set([...named.people, ...offices.people])];
  const meetings = resolveFrameworks(linked, nations, lexicon);
  const { levels, members, countries } = meetings;
  const frameworks = callsOnOthers(frameworksOfPeople(meetings.frameworks, people, lexicon), people, offices, lexicon);
  const formats =
    meetings.formats.length > 0
      ? meetings.formats
      : frameworks.length > 0
        ? formatOfTheOne(reading, frameworks, period, lexicon)
        : formatsMeant(reading, cues.order, people, lexicon);
  // 日米韓 names a framework and a topic at once: the framework is meant.
  const topical = links.filter(
    (link) => !link.entities.some((one) => one.kind === 'framework' || one.kind === 'members'),
  );
  const topics = idsOf({ links: topical }, 'topic');
  const documents = idsOf(linked, 'document');
  const places = [...resolvePlaces(linked, lexicon), ...venues.map(({ name }) => name)];
  const isLinked =
    people.length +
      named.choices.length +
      frameworks.length +
      topics.length +
      documents.length +
      offices.offices.length +
      members.length >
      0 ||
    within.length + governments.length > 0 ||
    (countries.length + formats.length + levels.length > 0 && reading.terms.length === 0);
  const outOfScope =
    text !== '' &&
    cues.intent !== 'help' &&
    isOutOfScope({ masked: reading.masked, text, isLinked, terms: reading.terms }, vocabulary);

  const verb = verbIn(text);
  const numbered = numberedRecords(reading, frameworks, lexicon);

  const subject = {
    people,
    frameworks,
    topics,
    documents,
    offices: succession ? posts : offices.offices,
    places,
    countries,
    formats,
    levels,
  };
  const wanted = cues.intent ?? defaultIntent(reading, subject, period, cues.manner);
  // "The 3rd DICAS" is named by its number, and no third of several.
  const intent =
    numbered.length > 0 && cues.skip > 0 && wanted === 'first'
      ? 'when'
      : wanted === 'define' && (explainsFreeWords(reading) || sums.length > 0)
        ? 'what'
        : asksToExplain(wanted, reading, subject, lexicon)
          ? 'define'
          : wanted;
  // Whoever is in a post is told by the latest record.
  const isPresent =
    offices.groups.length === 1 &&
    !/\b(?:meet|met|meetings?|talks?|saw)\b|会談|会っ|会い|面会/.test(reading.masked) &&
    intent === 'who' &&
    offices.offices.length > 0 &&
    people.length === 0 &&
    period === null;
  const order =
    cues.order ??
    (isPresent && /\bwho(?:'s| is)\b|誰|だれ|どなた/.test(reading.masked) && frameworks.length === 0 ? 'latest' : null);
  const manner: Manner = outOfScope
    ? 'out-of-scope'
    : reading.between
      ? 'how-long-since'
      : placeInTime(reading, cues.manner);
  const any =
    cues.intent === 'compare' ||
    /\bP or P\b|P(?:か|または|あるいは|もしくは)P|それぞれ|\b(?:each|respectively)\b/.test(reading.masked);
  const sides = choicesOfDate(reading, language);
  const by = SPOKEN.has(intent) ? nations.by : [];
  return {
    text,
    language,
    intent,
    manner,
    also: cues.also,
    period,
    otherPeriod: later ?? when.otherPeriod,
    ...subject,
    acts: cues.acts,
    consultations: numbered,
    terms: subjectTerms(withSubjects(reading, spoken, sums), intent, subject, offices.isUnknown, vocabulary)
      .map((term) => asTyped(text, term))
      .join(' '),
    understood: [
      ...reading.repaired,
      ...(sides.length > 0 ? [] : when.understood),
      ...(anchor ? [anchor.understood] : []),
      ...(postAt?.understood ? [postAt.understood] : []),
      ...(other ? [other.understood] : []),
    ],
    impossible: when.impossible,
    choices: outOfScope ? [] : named.choices.length > 0 ? named.choices : sides,
    ...(order && intent !== 'help' && intent !== 'define' && numbered.length === 0 ? { order } : {}),
    ...(cues.limit ? { limit: cues.limit } : {}),
    ...(order && cues.skip > 0 && numbered.length === 0 ? { skip: cues.skip } : {}),
    ...(cues.threshold ? { threshold: cues.threshold } : {}),
    ...(succession ? { succession } : {}),
    ...(postAt && intent === 'who' ? { holder: true } : {}),
    ...(offices.groups.length > 1 && !any ? { officeGroups: offices.groups } : {}),
    ...(outside.codes.length > 0 ? { outside: outside.codes } : {}),
    ...(reading.between ? { between: reading.between } : {}),
    ...(parts ? { parts } : {}),
    ...(any && people.length > 1 ? { peopleMatch: 'any' as const } : {}),
    ...(members.length > 0 ? { members } : {}),
    ...(nations.venueCountries.length > 0 ? { venueCountries: nations.venueCountries } : {}),
    ...(by.length > 0 ? { by } : {}),
    ...(topics.length + documents.length > 0 && verb ? { verb } : {}),
    ...(reading.sort ? { sort: reading.sort } : {}),
    ...(areOneSubject(
      text,
      topical.filter((link) => link.entities.some((one) => one.kind === 'topic')),
    )
      ? { oneSubject: true }
      : {}),
    ...(intent === 'who' && nations.by.length > 0 ? { side: nations.by } : {}),
    ...(cues.more ? { more: true } : {}),
  };
}

/** "Defense ministerial before March 30, 2025", in the singular, asks for the one beside that day. */
function besideDay({ text, masked, links, mentions, anchor }: Reading): 'before' | 'after' | undefined {
  const [link, relation] = [links[0], anchor?.relation ?? mentions[0]?.relation];
  if (!link || !relation || !/^\W*(?:the |a )?(?:F|meeting|call) X\W*$/.test(masked)) return undefined;
  const isSingular = /^\W*(?:the |a )?[mc]/.test(masked) || !/s$/i.test(text.slice(link.start, link.end));
  return isSingular && (relation === 'before' || relation === 'after') ? relation : undefined;
}

/** 「2+2の次の会談」「首脳会談の直前の会談」 ask for one meeting. */
function besideOf(cues: Reading['cues'], relation: 'after' | 'before'): Reading['cues'] {
  const isOpen = cues.intent === null || cues.intent === 'list' || cues.intent === 'when';
  const order = relation === 'after' ? 'first' : 'latest';
  const isDecided = !isOpen && cues.intent !== 'first' && cues.intent !== 'latest';
  return {
    ...cues,
    order,
    manner: relation === 'after' ? 'next' : 'previous',
    intent: isDecided ? cues.intent : order,
  };
}

/** Ids of one kind among the links, in order, each once. */
function idsOf(reading: { readonly links: Reading['links'] }, kind: EntityKind): readonly string[] {
  const ids = reading.links.flatMap((link) => link.entities.filter((one) => one.kind === kind).map((one) => one.id));
  return [...new Set(ids)];
}

/** "The last 2+2 before 2024" and "the first summit after March" say so in their manner. */
function placeInTime(reading: Reading, manner: Manner): Manner {
  if (manner !== 'plain') return manner;
  const relation = reading.anchor?.relation ?? reading.mentions.find((one) => one.relation !== 'in')?.relation;
  if (reading.cues.order === 'latest' && (relation === 'before' || relation === 'until')) return 'previous';
  return reading.cues.order === 'first' && (relation === 'after' || relation === 'since') ? 'next' : manner;
}

/** Only of these can one side's share be told apart. */
const SPOKEN: ReadonlySet<Intent> = new Set(['what', 'compare']);

/** What names alone ask for: "AMRAAM" what it is, "Hegseth Nakatani" and "2+2 2024" a list, "2+2 Taiwan" what was said. */
function defaultIntent(reading: Reading, subject: Subject, period: Period | null, manner: Manner): Intent {
  if (manner === 'source') return 'what';
  const { people, frameworks, topics, documents, offices } = subject;
  const entities = people.length + frameworks.length + topics.length + documents.length;
  const others = subject.places.length + subject.countries.length + subject.formats.length + subject.levels.length;
  const hasMeetings = /\b(?:meetings?|talks|consultations?)\b|会談|会合|協議|会議/.test(reading.masked);
  if (period === null && others === 0 && !hasMeetings && !reading.anchor) {
    if (entities === 1 && offices.length === 0 && reading.terms.length === 0) return 'define';
  }
  if (offices.length > 0 && frameworks.length + topics.length + documents.length + others === 0 && !hasMeetings)
    return 'who';
  if (topics.length > 0 || (reading.terms.length > 0 && !hasMeetings && entities === 0)) return 'what';
  if (documents.length > 0 && frameworks.length + people.length === 0) return 'define';
  const isEmpty =
    entities + others + offices.length === 0 &&
    period === null &&
    reading.sort === undefined &&
    reading.terms.length === 0 &&
    !hasMeetings &&
    reading.links.length === 0 &&
    reading.mentions.length === 0;
  return isEmpty ? 'help' : 'list';
}

/** "3/4/2025" in English is 3 April or March 4: asked back. */
function choicesOfDate(reading: Reading, language: Language): Question['choices'] {
  const unclear = reading.mentions.find(
    (one) => one.granularity === 'day' && one.alternatives.length > 0 && one.period,
  );
  if (!unclear?.period) return [];
  const readings: { label: Bilingual; period: Period }[] = [
    { label: { ja: unclear.period.from ?? '', en: unclear.period.from ?? '' }, period: unclear.period },
    ...unclear.alternatives,
  ];
  return readings.map(({ label, period }) => {
    const day = period.from ?? period.to ?? '';
    return {
      label: { ja: label.ja, en: label.en },
      question:
        reading.text.slice(0, unclear.start) + (language === 'ja' ? day : day) + reading.text.slice(unclear.end),
    };
  });
}
