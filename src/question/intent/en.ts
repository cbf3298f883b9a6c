import type { Intent, Manner } from '../question.ts';
import { actsIn, type Cues, intentsInOrder, type MaskedText, type Rule } from './cues.ts';
import { leanOf, unwrap } from './en-frame.ts';
import { placeEnglish, thresholdEnglish } from './numbers.ts';

const AUX = 'did|was|were|is|are|has|have|had|will|do|does|can|exactly|and|or|else|,|\\?|$';
const MEETINGS =
  'meetings?|talks|consultations?|calls?|visits?|summits?|events?|conferences?|sessions?|dialogues?|encounters?|records?|F|K F|M|M F';

const COUNT: Rule = {
  intent: 'count',
  pattern:
    /\bhow (?:many|often|frequently)\b|\b(?:total )?number of\b|\bcount\b|\bhow much times\b|\b(?:which|what) year\b.{0,40}\bmost\b/,
};
const COMPARE: Rule = {
  intent: 'compare',
  pattern:
    /\bcompar(?:e|ed|ing|ison)\b|\bdifferen(?:ce|ces|t)\b|\bdiffer(?:s|ed)?\b|\bversus\b|\bvs\b\.?|\bcontrast(?:ed)?\b/,
};
const WHO: Rule = {
  intent: 'who',
  pattern:
    /\bwho(?:m|se|'s|s)?\b|\b(?:which|what) (?:C\.? |of the |the |senior |top |us |u\.s\. |american |japanese |korean )?(?:ministers?|people|persons?|officials?|leaders?|participants?|delegates?|generals?|admirals?|commanders?|officers?|presidents?|secretar(?:y|ies)|sides?|K|O|C and C)\b(?! (?:F|meeting))|\b(?:which|what) (?:countries|nations|sides|governments) (?:took part|attended|joined|participated|were|met|sent|came)\b|\bparticipants?\b|\battendees?\b|\battendance\b|\bwas attended by\b|\bnames? of (?:the |all )?(?:people|ministers|officials|everyone|everybody|all|those|K)\b/,
};
const WHEN: Rule = {
  intent: 'when',
  pattern: new RegExp(
    `\\bwhen(?:'s)?(?= ?(?:${AUX}|P|F|C|O|they|last|first)\\b| ?[,?]|$)|\\b(?:what|which|on what|on which|in what|in which) (?:exact )?(?:date|day|week ?day|year|month|time)s?\\b|\\bwhat(?:'?s| is| was| were| are) the (?:exact )?(?:dates?|day)\\b|\\bdates?\\b`,
  ),
};
const WHERE: Rule = {
  intent: 'where',
  pattern: new RegExp(
    `\\bwhere(?:'s)?(?= ?(?:${AUX}|P|F|C|O|they|it)\\b| ?[,?]|$)|\\b(?:what|which) (?:city|cities|country|countries|place|places|venue|location)\\b|\\bwhat(?:'?s| is| was| were| are) the (?:exact )?(?:venues?|locations?|places?|city)\\b|^\\W*(?:the )?places? of\\b|\\bvenues?\\b|\\blocations?\\b|\\bwhere\\b$|\\bplace\\W*$`,
  ),
};
const LIST: Rule = {
  intent: 'list',
  pattern: new RegExp(
    `\\blist(?:ing|ed)?\\b|\\btime-?line\\b|\\bchronolog(?:y|ical|ically)\\b|\\benumerate\\b|\\b(?:show|give|find|get)(?: me)?(?: all| every| the)?\\b(?=.{0,60}\\b(?:${MEETINGS})\\b)|\\bwhich (?:\\S+ ){0,2}(?:${MEETINGS})\\b|\\bwhich of (?:them|these|those)\\b|\\b(?:what|all|any|every|what kind of|what other|which other) (?:\\S+ ){0,2}(?:${MEETINGS})\\b(?= (?:were|was|did|have|has|are|is|took|happened|held|in|between|during|since|after|before|with|on|by|about|discussed|mentioned|covered|dealt|X|L|that|where|P|C)\\b|\\??$| X)|^\\W*(?:the |any |all )?(?:\\S+ ){0,2}(?:${MEETINGS}) (?:about|on|discussing|mentioning|covering|dealing with|where|that|which|concerning|regarding)\\b|\\bwhat (?:all )?(?:has |have |had )?(?:happened|took place|took|occurred|went on|was held|were held)\\b|\\bwhat's (?:been )?happen(?:ing|ed)\\b`,
  ),
};
const WHAT: Rule = {
  intent: 'what',
  pattern:
    /\bwhat(?:'s|s)?\b|\bhow long (?:was|were|is|did|does)\b|\bhow (?:did|do|does|was|were|is|are|has|have)\b|\bwhy\b|\bwhich\b|\boutcomes?\b|\bresults?\b|\bagreements?\b|\bcommitments?\b|\bsumm(?:ary|arise|arize)\b|\boverview\b|\brecap\b|\bhighlights\b|\bgist\b|\bdetails\b|\bcontents?\b|\b(?:agreed|said|say|says|stated|discuss(?:ed|ion|ions)?|mention(?:ed|s)?|welcom(?:e|ed|es)|announc(?:e|ed|es)|confirm(?:ed|s)?|reaffirm(?:ed|s)?|instruct(?:ed|s)?|talk(?:ed)? about|deal with|dealt with|cover(?:ed)?|promis(?:e|ed)|pledg(?:e|ed)|decid(?:e|ed))\b|\btell me about\b|\bon the (?:subject|topic|matter|issue) of\b|\babout T\b/,
};

const PRIMARY: readonly Rule[] = [COMPARE, COUNT, LIST, WHO, WHEN, WHERE, WHAT];

const HELP =
  /^\W*(?:help|help me|usage|commands?|manual|instructions?|menu|\/?help|how (?:do|can|should) (?:i|we|you) (?:use|ask|work|query|search|start)\b.*|what (?:can|could|do|should) (?:you|i|we) (?:do|ask|help)\b.*|how does (?:this|it|the bot) work|who (?:are|made|built|created|runs) (?:you|this)(?: bot)?|what are you|what is this(?: bot)?|hi|hello|hey|ok|okay|thanks|thank you|thank you very much|great|cool|got it|hello there|start|get started)\W*$/;
const COVERAGE =
  /\bwhat(?:'s| is| are)? (?:all )?(?:covered|on record|in (?:the|your) (?:records?|database|data))\b|\bwhat (?:do|does) (?:you|it|this bot|kyogi) (?:know|cover|have|contain)(?: about)?\W*$|\bhow far back\b|\b(?:what|which) (?:period|years|dates|time range|date range) (?:do|does|is|are) (?:you|it|this|the records?|covered|your)\b|\bcoverage\b|\b(?:what|which) (?:records|data|sources) (?:do|does|are) (?:you|it|this|there|your)\b|\bhow (?:up to date|current|complete|recent) (?:do|are|is) (?:you|your|the|this)\b|\bwhat topics\b.{0,30}\b(?:you|your|ask about)\b|\b(?:up to date|up-to-date|last updated)\b|\bwhat years\b.{0,20}\b(?:cover|have)/;
const SOURCE =
  /\bwhere (?:does|did|do|is|was|are|can i|could i|in).{0,40}\b(?:say|says|said|states?|stated|written|come from|comes from|find (?:it|that|this|the)|documented|read (?:it|that|this|more|the)|sourced?)\b|\b(?:what|which|what's) (?:is |are |was )?(?:the |your )?(?:official )?(?:sources?|citations?|references?|evidence)\b|^\W*(?:the |any |your )?(?:sources?|citations?|references?|link|links|proof|evidence)\W*(?:please)?\W*$|\blinks?\W*$|\bhow do you know\b|\bsays who\b|\b(?:cite|link to|source for|sources for|citation for|link for|reference for|evidence for|according to (?:whom|what|which))\b|\bwho says\b|\bprove it\b|\b(?:original|official) (?:text|page|document|announcement|release)\b.{0,20}(?:\?|$)|\b(?:show|give|send)(?: me)? (?:the |your )?(?:sources?|links?|citations?|references?)\b/;
const SINCE =
  /\bhow long (?:has it been|is it|since|ago|was it since)\b|\bhow long.{0,30}\bsince\b|\bhow (?:many (?:days|weeks|months|years)|much time) (?:ago|since|has|have|passed|elapsed|is it since)\b|\b(?:time|days|months|years|weeks) (?:elapsed |passed )?since\b/;
const DEVELOPMENT =
  /\bhow (?:did|has|have|had|was|were|is|are|does|do).{0,80}\b(?:develop(?:ed|ing)?|evolv(?:e|ed|ing)|chang(?:e|ed|ing)|progress(?:ed|ing)?|shift(?:ed)?|mov(?:e|ed) (?:on|forward|ahead))\b|\b(?:evolution|history|trajectory|progression|development|background|course) of\b|\bover (?:time|the years|the months)\b|\bthrough the years\b|\bevolv(?:ed|ing|es)\b|\bprogress (?:on|of|in|made)\b|\btrace\b|\btrack(?: the)?\b/;
const YES_NO =
  /^\W*(?:and |so |but |then )?(?:did|was|were|has|have|had|is|are|does|do|am|any)\b(?! you (?:know|tell|show|have))|^\W*(?:(?:has|have|had) )?(?:P|C|O)(?: and (?:P|C|O))? (?:ever|never)\b|\bwhether\b|\bor not\b|, (?:right|correct)\W*$|\bis it true\b/;

const FIRST = /\b(?:first|earliest|oldest|initial|inaugural|1st)\b(?! (?:vice|half|quarter|name|of all|lady|place))/;
const LATEST =
  /\b(?:latest|most recent(?:ly)?|newest|last|recent(?:ly)?|previous|current)\b(?! (?:name|resort|word|situation|status))/;
/** "What came after the 2+2" asks for the next one. */
const FOLLOWED =
  /\bwhat (?:came|comes)\b(?! out| of)|\b(?:what|which (?:\S+ )?(?:meeting|talks|F|one)) (?:followed|came (?:after|next))\b|\b(?:what|which (?:meeting|talks|F|one)) X$/;
/** "The latest mention of …" asks for the meeting that has it. */
const MENTION =
  /^\W*(?:when was )?(?:the )?(?:latest|most recent|last|first|earliest) (?:mentions?|references?|time|discussions?)\b/;
const MORE =
  /\b(?:who|whom|what|where|when|anyone|anything|any|some|which|are there) (?:else|other|others|more)\b|^\W*(?:and |show )*(?:me )?(?:more|others?|the others?|the rest|continue|next page|further)\W*$/;
/** "Recent meetings" asks for several. */
const RECENT =
  /^\W*(?:(?:what|which) (?:are|were) )?(?:show me |list )?(?:all |any |the )?(?:most recent (?:\S+ ){0,2}(?:meetings|talks|consultations|calls|visits|summits|events)|recent (?:\S+ ){0,2}(?:meetings|talks|consultations|calls|visits|summits|events|F|M))\W*$|\bwhat's new\b|\bany news\b|\bwhat happened recently\b/;
const NEXT = /\b(?:next|following|upcoming|subsequent)\b/;
const NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const LIMIT =
  /\b(?:first|last|latest|most recent|recent|past|previous) (\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\b(?! (?:days?|weeks?|months?|years?))/;

const ACTS: readonly (readonly [string, RegExp])[] = [
  ['reaffirmed', /\breaffirm/],
  ['confirmed', /\bconfirm/],
  ['welcomed', /\bwelcom/],
  ['instructed', /\binstruct|\btask(?:ed|ing)? (?:their|the|officials|staff)/],
  ['announced', /\bannounc/],
  ['signed', /\bsign(?:ed|ing|s)?\b/],
];

/** "Confirm" covers reaffirming. */
const alsoReaffirmed = (acts: readonly string[]) =>
  acts.includes('confirmed') && !acts.includes('reaffirmed') ? [...acts, 'reaffirmed'] : acts;

/** Reads what an English question asks for. Total: any text gives cues, at worst empty ones. */
export function readEnglish(input: MaskedText): Cues {
  const whole = unwrap(input);
  const masked = whole.replace(/^\W*(?:(?:and|but|so|ok|okay|then) )*(?:what|how) (?:about|of)\b/, '');
  const base = {
    also: [],
    order: null,
    limit: null,
    skip: 0,
    threshold: thresholdEnglish(masked),
    acts: alsoReaffirmed(actsIn(masked, ACTS)),
    more: false,
    leans: leanOf(whole),
  };
  if (whole === '' || HELP.test(masked)) return { ...base, intent: 'help', manner: 'plain' };
  if (COVERAGE.test(masked)) return { ...base, intent: 'help', manner: 'coverage' };

  const limit = limitIn(masked);
  const place = placeEnglish(masked);
  const isNext = NEXT.test(masked) && place === null;
  const order = place?.order ?? orderIn(masked);
  const more = MORE.test(masked) && masked.length < 60;
  const shared = {
    ...base,
    order: isNext && order === null ? ('first' as const) : order,
    limit,
    skip: place?.skip ?? 0,
    more,
  };
  if (limit === null && RECENT.test(masked))
    return { ...shared, intent: 'list', manner: 'plain', order: 'latest', limit: 5 };
  if (FOLLOWED.test(masked)) return { ...shared, intent: 'first', manner: 'next', order: 'first' };
  if (SOURCE.test(masked)) return { ...shared, intent: null, manner: 'source' };
  if (SINCE.test(masked))
    return { ...shared, intent: 'latest', manner: 'how-long-since', order: shared.order ?? 'latest' };
  const isDefine = defines(masked);
  if (isDefine && order === null) return { ...shared, intent: 'define', manner: 'plain' };

  if (order !== null && MENTION.test(masked)) return { ...shared, intent: order, manner: 'plain' };
  const asked = comparing(intentsInOrder(masked, PRIMARY), masked);
  const manner = mannerOf(masked, isNext);
  if (manner === 'development' && asked[0] !== 'compare' && asked[0] !== 'list') {
    return { ...shared, order: null, intent: 'what', manner };
  }
  return { ...shared, ...resolve(masked, asked, shared.order, manner), manner };
}

/** "What is the difference between …" compares; "which cities hosted the meetings" asks where. */
function comparing(asked: readonly Intent[], masked: MaskedText): readonly Intent[] {
  if (
    asked[0] === 'list' &&
    /\b(?:which|what) (?:C )?(?:K|O) (?:spoke|met|talked|attended|called|joined|took|were|was)\b/.test(masked)
  )
    return ['who', ...asked.filter((one) => one !== 'who' && one !== 'list')];
  if (
    asked[0] === 'list' &&
    /\blist of (?:the |all )?(?:participants|attendees|people|names|ministers|officials|delegates)\b/.test(masked)
  )
    return ['who', ...asked.filter((one) => one !== 'who' && one !== 'list')];
  if (asked[0] === 'list' && /\b(?:which|what) (?:cit(?:y|ies)|places?|venues?|towns?|locations?)\b/.test(masked))
    return ['where', ...asked.filter((one) => one !== 'where' && one !== 'list')];
  return asked[0] === 'what' && asked.includes('compare') ? ['compare'] : asked;
}

function orderIn(masked: MaskedText): 'first' | 'latest' | null {
  // "How long did the meeting last" holds a verb.
  const text = masked
    .replace(
      /\b(?:did|does|do|to|will|that|which|it|they|this|meetings?|F) last(?=\W*$| (?:for|more|longer|\d|X)\b)/g,
      ' ',
    )
    .replace(/\b(?:at|in the) (?:first|last)\b/g, ' ');
  const first = text.search(FIRST);
  const latest = text.search(LATEST);
  if (first >= 0 && (latest < 0 || first < latest)) return 'first';
  return latest >= 0 ? 'latest' : null;
}

function limitIn(masked: MaskedText): number | null {
  const found = LIMIT.exec(masked)?.[1];
  if (!found) return null;
  const value = NUMBERS[found] ?? Number(found);
  return value > 0 ? value : null;
}

/** "What is the EDD?", "explain AMRAAM", "who is Hegseth?", "what does SCC stand for?" — and nothing about meetings of it. */
function defines(masked: MaskedText): boolean {
  const text = masked.replace(/\W+$/, '');
  return (
    /^\W*(?:so )?(?:what|who|what's|who's|whos|whats)(?:'s| is| are| was| were| exactly is| do you mean by| kind of thing is)? ?(?:exactly )?(?:the |a |an )?(?:[FTDPAO]|CF|C[- ]+F|C F)(?: (?:F|T|D))?(?: (?:framework|meeting|mechanism|process|dialogue|forum|system|missile|treaty|topic|about|for|exactly|used for))*$/.test(
      text,
    ) ||
    /^\W*(?:explain|define|describe|definition of|meaning of|introduce)\b/.test(text) ||
    /\b(?:the same (?:thing )?as|another name for|also known as|also called)\b/.test(text) ||
    /\b(?:what|which) (?:office|post|position|job|title|role|portfolio|ministry)s? (?:did|does|do|has|had|have) P (?:hold|have|held|serve|occupy|occupied)/.test(
      text,
    ) ||
    /^\W*(?:what (?:was|is|were|are) )?P(?:'s)? (?:office|post|position|job|title|role|portfolio)s?(?: X)?$/.test(
      text,
    ) ||
    /^\W*tell me (?:more )?about (?:the |a |an )?[FDPA]$/.test(text) ||
    /\b(?:members? of (?:the )?F|F(?:'s)? members(?:hip)?)$|\bwho (?:makes up|sits on|belongs to) (?:the )?F$|^\W*(?:when|in what year|since when) (?:was|did|has|is) (?:the )?F (?:first )?(?:been )?(?:established|set up|created|start(?:ed)?|begin|began|founded|launched|running|existed|exist)$/.test(
      text,
    ) ||
    /\b(?:stand for|stands for|mean|meant by|meaning of|definition of|short for|purpose of|abbreviation)\b/.test(
      text,
    ) ||
    (/^\W*(?:what|who)(?:'s| is| are| was| were) (?:the |a |an )?[a-z0-9+'& -]{2,40}$/.test(text) &&
      !/\b(?:on|in|at|with|by|about|of|the (?:agenda|date|venue|location|place|result|outcome)|agreed|said|discussed|happening|happened|new|going|up|latest|last|first|next|date|outcome|result|decision|purpose|weather|time|position|stance|view|said|participants?|attendees?|held)\b/.test(
        text,
      ))
  );
}

function mannerOf(masked: MaskedText, isNext: boolean): Manner {
  if (DEVELOPMENT.test(masked)) return 'development';
  if (isNext) return 'next';
  if (YES_NO.test(masked)) return 'yes-no';
  return 'plain';
}

function resolve(
  masked: MaskedText,
  asked: readonly Intent[],
  order: 'first' | 'latest' | null,
  manner: Manner,
): { readonly intent: Intent | null; readonly also: readonly Intent[] } {
  const [first, ...rest] = withoutConjunctions(masked, asked);
  const also = rest.filter((one) => one !== 'list' && one !== first).slice(0, 3);
  if (manner === 'yes-no' && (first === undefined || first === 'what' || first === 'list')) {
    return {
      intent:
        /\b(?:T|agree|agreed|say|said|discuss|discussed|mention|mentioned|talk about|welcomed?|announced?|raised?|address(?:ed)?|confirm(?:ed)?|brought up|come up)\b/.test(
          masked,
        )
          ? 'what'
          : 'list',
      also: [],
    };
  }
  if (first === undefined) return { intent: order, also: [] };
  // "When was the last 2+2?" and "what was the first summit?" ask for the meeting itself.
  if (
    order &&
    (first === 'when' ||
      (first === 'what' && asksForMeeting(masked)) ||
      (first === 'list' && !/\b(?:list|time-?line)\b/.test(masked)))
  ) {
    return { intent: order, also };
  }
  return { intent: first, also };
}

/** "what was the last meeting …", "which was the first 2+2 …": no verb of saying or agreeing. */
function asksForMeeting(masked: MaskedText): boolean {
  return (
    !/\b(?:agree|agreed|agreements?|say|said|discuss|discussed|decide|decided|outcomes?|results?|welcomed?|announced?|confirm(?:ed)?|mention(?:ed)?|about|covered?|come out|came out|produce|produced|talk(?:ed)?|happened|did|do)\b/.test(
      masked,
    ) || /\blatest (?:on|about)\b/.test(masked)
  );
}

/** Asked of a set of meetings as a whole. */
const WHOLE: ReadonlySet<Intent> = new Set(['count', 'compare', 'list']);

/** In "when Ishiba met Trump, what was agreed" the first word joins clauses and asks nothing. */
function withoutConjunctions(masked: MaskedText, asked: readonly Intent[]): readonly Intent[] {
  if (asked.length < 2) return asked;
  const drop = new Set<Intent>();
  if (
    asked.includes('when') &&
    /\bwhen (?:P|O|C|they|the|F)\b/.test(masked) &&
    !/\b(?:what|which) (?:date|day|year|month)|\bwhen (?:did|was|were|is|are|and|has|have)\b|\bdates?\b/.test(masked)
  )
    drop.add('when');
  if (asked.includes('where') && /[a-zF] where (?:P|O|C|T|they|the)\b/.test(masked)) drop.add('where');
  if (asked[0] === 'who' && /\b(?:which|what) (?:countries|nations|sides|governments)\b/.test(masked))
    drop.add('where');
  // What follows a counted or compared noun is not a second question.
  if (asked[0] && WHOLE.has(asked[0])) drop.add('what').add('list');
  const verbsOnly =
    !/\bwhat(?:'?s)?\b(?! (?:(?:is |was |were |are )?the (?:exact )?)?(?:dates?|venues?|locations?|places?|city|day|date|day|year|month|city|country|place|time|ministers?|people|officials?|venue|location))|\boutcomes?\b|\bresults?\b|\bsummary\b|\bhow did\b|\bdetails\b/.test(
      masked,
    );
  if (verbsOnly && asked[0] !== 'what') drop.add('what');
  return asked.filter((one, index) => (index === 0 && WHOLE.has(one)) || !drop.has(one));
}
