import { isCue, isName } from '../annotation.ts';
import { isAboutWithOthers, isOfPeople, type MarkRow, type View } from './view.ts';

const TOLD = [
  'say',
  'act.discussed',
  'act.stated',
  'verb.condemned',
  'verb.concerned',
  'verb.opposed',
  'verb.supported',
] as const;
const MADE = ['act.announced', 'act.agreed', 'act.instructed'] as const;
const ACTS = ['say', 'act.*', 'verb.*'] as const;

/** The marks that a Japanese sentence gives what it names. */
export const JAPANESE: readonly MarkRow[] = [
  { mark: 'about', when: ({ after }) => isCue(after, 'rel.about') },
  { mark: 'about', when: isAboutWithOthers },
  { mark: 'told', when: isSpokenOf },
  { mark: 'made', when: isMade },
  { mark: 'with', when: isWith },
  { mark: 'in', when: isIn },
  { mark: 'to', when: ({ after }) => isCue(after, 'rel.to') },
  { mark: 'side', when: isFrom },
  { mark: 'visited', when: isVisited },
  { mark: 'of-people', when: isOfItsPeople },
  { mark: 'acts', when: isActing },
  { mark: 'attends', when: isAttending },
  { mark: 'outside', when: ({ before }) => isCue(before, 'rel.about') && isCue(before, 'rel.outside') },
];

/** 「防衛相が話した」 are those who spoke; 「台湾が話題になった」 is what was spoken of. */
function isSpokenOf({ after, after2 }: View): boolean {
  const isObject = isCue(after, 'rel.object', 'rel.to') || (isCue(after, 'rel.by') && isCue(after2, 'passive'));
  return isObject && isCue(after2, ...TOLD);
}

/** 「Xを設置」「Xの発表」. */
function isMade({ after, after2 }: View): boolean {
  return isCue(after, 'rel.object', 'rel.of', 'rel.by') && isCue(after2, ...MADE);
}

/** 「Xと」, and the second of two in 「外務省と国務省の協議」. */
function isWith({ after, before, before2, one }: View): boolean {
  if (isCue(after, 'rel.with')) return true;
  return isName(one, 'place') && isName(before2, 'place') && isCue(before, 'rel.with') && isCue(after, 'rel.of');
}

/** 「米国で」「米国内の」. */
function isIn({ after, one }: View): boolean {
  return isCue(after, 'rel.in') || (isName(one, 'country') && (isCue(after, 'noun.soil') || after?.text === '内'));
}

/** 「米側から」. */
function isFrom({ after }: View): boolean {
  return isCue(after, 'rel.to') && after?.text === 'から';
}

/** 「台湾を訪問」. */
function isVisited({ after, after2 }: View): boolean {
  return isCue(after, 'rel.to', 'rel.object') && isCue(after2, 'meet.visit');
}

/** 「日本の大臣」; 「日本の大臣に会った司令官」 asks for the others. */
function isOfItsPeople({ all, at, after, after2 }: View): boolean {
  const isMet = (people: number) => isCue(all[people + 1], 'rel.to', 'rel.with');
  if (isOfPeople(after)) return !isMet(at + 1);
  return isCue(after, 'rel.of') && isOfPeople(after2) && !isMet(at + 2);
}

/** 「Xは…述べた」. */
function isActing({ all, at, after, after2 }: View): boolean {
  // 「クーデターがあった直後」: what took place spoke no word.
  if (!isCue(after, 'rel.by') || isCue(after2, ...TOLD, 'meet.held')) return false;
  return all.slice(at + 2).some((one) => isCue(one, ...ACTS));
}

/** 「韓国は2+2に参加しましたか」「豪州も出席した」; 「韓国の参加を歓迎」 is spoken of. */
function isAttending({ all, at, one }: View): boolean {
  if (!isName(one, 'country', 'outsider') || all.some((each) => isCue(each, ...ACTS))) return false;
  const isPower = (each: View['one'] | undefined) => isName(each, 'country', 'outsider');
  let ahead = at + 1;
  while (isPower(all[ahead]) || isCue(all[ahead], 'rel.with')) ahead += 1;
  return isCue(all[ahead], 'rel.by') && all.slice(ahead + 1).some((each) => isCue(each, 'meet.attend'));
}
