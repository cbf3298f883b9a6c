import { formatPeriod } from '../../time/format.ts';
import { type Clause, type FrameworkScope, isTalk, levelsApart, type Scope, sizeOf } from '../scope.ts';
import { levelWords } from './words-ja.ts';

/** What a level or a number of countries is called before の協議. */
const LEVELS: Readonly<Record<string, string>> = {
  ...levelWords,
  '2+2': '「2+2」',
  bilateral: '二国間',
  trilateral: '3か国',
  'one-on-one': '一対一',
  informal: '非公式',
};

const levelWord = (level: string) => LEVELS[level] ?? `${level}か国`;

const FIELDS: Readonly<Record<string, string>> = {
  leaders: '首脳外交',
  foreign: '外交',
  defense: '防衛',
  military: '制服組',
  economic: '経済',
  cyber: 'サイバー',
  space: '宇宙',
  industry: '防衛産業',
  deterrence: '抑止',
  development: '開発協力',
  intelligence: '情報',
};

const fieldWord = (field: string) => FIELDS[field] ?? field;

const FORMATS = { 'in-person': '対面', telephone: '電話', video: 'オンライン' } as const;

/** What was done about a topic, by act. */
const ACTS: Readonly<Record<string, string>> = {
  agreed: '合意',
  confirmed: '確認',
  reaffirmed: '再確認',
  welcomed: '歓迎',
  instructed: '指示',
  announced: '発表',
  discussed: '議論',
  stated: '表明',
  signed: '署名',
  condemned: '非難',
  concerned: '懸念を表明',
  protested: '抗議',
  condoled: '弔意を表明',
};

/** Where について is not the word for it. */
const PARTICLES: Readonly<Record<string, string>> = {
  welcomed: 'を',
  signed: 'に',
  condemned: 'を',
  concerned: 'に',
  protested: 'に',
  condoled: 'に',
};

/** What an act is called by itself: 合意, 懸念の表明. */
export function actNoun(act: string): string | undefined {
  return ACTS[act]?.replace('を', 'の');
}

/** 2025年に台湾海峡を取り上げた日米首脳会談; 石破茂氏とドナルド・トランプ氏の電話による協議. */
export function scope(about: Scope): string {
  const when = [about.period, about.otherPeriod]
    .flatMap((period) => (period === null ? [] : [formatPeriod(period, 'ja')]))
    .join('と');
  const clauses = clausesOf(about);
  const said = clauses
    .map(({ going, closing }, index) => (index === clauses.length - 1 ? closing : going.replace(/(?<!が)$/, '、')))
    .join('');
  const particle = when === '' ? '' : clauses.length === 0 || clauses[0]?.isNoun === true ? 'の' : 'に';
  return `${when}${particle}${said}${scopeNoun(about)}`;
}

/** What kind of meeting: a framework, a level, or 協議; with its format where one was asked for. */
export function scopeNoun(about: Scope): string {
  const members = about.members.join('・');
  const places = about.clauses
    .filter(({ role }) => role === 'place')
    .map(({ names, negated }) => `${names.join('・')}${negated ? '以外' : ''}での`);
  const told = isTalk(about) ? `${fieldsOf(about)}${TALKS[about.formats[0] ?? 'in-person']}` : undefined;
  const occasions = about.clauses
    .filter(({ role }) => role === 'occasion')
    .map(({ names, negated }) => `${names.join('・')}${negated ? 'の機会ではない' : 'に合わせた'}`);
  const kind = told ?? kindOf(about);
  // クアッド首脳会合 is a meeting by its own name.
  const isNamed = kind === '協議' && /(?:会合|会談|会議)$/.test(members);
  const table = isNamed ? members : `${members === '' ? '' : `${members}の`}${kind}`;
  return `${occasions.join('')}${places.join('')}${told === undefined ? formatOf(about) : ''}${table}`;
}

/** 2024年に新しくできた日米の防衛分野の協議の枠組み. */
export function frameworkNoun(about: FrameworkScope): string {
  const { tables = [], including = [], fields = [], sizes = [], levels = [], under, basis = [], begun } = about;
  const kinds = [
    begun === undefined ? [] : `${begun}に新しくできた`,
    basis.length === 0 ? [] : `${basis.join('や')}に基づく`,
    under === undefined ? [] : `${under}の下に置かれた`,
    including.length === 0 ? [] : `${including.join('と')}が加わる`,
    tables.length === 0 ? [] : `${tables.map((names) => names.join('・')).join('または')}の`,
    fields.length === 0 ? [] : `${fields.map((anyOf) => anyOf.map(fieldWord).join('または')).join('・')}分野の`,
    sizes.length === 0 ? [] : `${sizes.map((size) => SIZES[size] ?? LEVELS[size] ?? size).join('または')}の`,
    levels.length === 0 ? [] : `${levels.map((level) => LEVELS[level] ?? level).join('または')}の`,
  ];
  return `${kinds.flat().join('')}協議の枠組み`;
}

/** A framework of three may seat more: not so a meeting. */
const SIZES: Readonly<Record<string, string>> = { trilateral: '3か国以上' };

/** Asked for by its one form alone, a meeting is called by that. */
const TALKS = { 'in-person': '対面での会談', telephone: '電話会談', video: 'オンライン会談' } as const;

function fieldsOf({ fields }: Scope): string {
  return fields.length > 0 ? `${fields.map(fieldWord).join('・')}分野の` : '';
}

function kindOf(about: Scope): string {
  const size = sizeOf(about);
  if (about.frameworks.length > 0)
    return `${size === undefined ? '' : `${levelWord(size)}の`}${about.frameworks.map(meetingNoun).join('・')}`;
  const fields = fieldsOf(about);
  const [sizes = [], ranks = []] = levelsApart(about).map((levels) => levels.map(levelWord));
  const levels = [sizes, ranks].flatMap((each) => (each.length > 0 ? [`${each.join('・')}の`] : []));
  return `${fields}${levels.length > 0 ? `${levels.join('')}協議` : areTwo(about) ? '会談' : '協議'}`;
}

function formatOf({ formats, otherFormats }: Scope): string {
  if (formats.length === 0) return '';
  const words = formats.map((format) => FORMATS[format]).join('または');
  return otherFormats ? `${words}以外の` : `${words}による`.replace('対面による', '対面の');
}

/** Two or more people who met, and nothing else is asked. */
function areTwo({ clauses }: Scope): boolean {
  const [only, ...others] = clauses.filter((each) => !isOfNoun(each));
  return others.length === 0 && only?.role === 'person' && !only.negated && !only.any && only.names.length > 1;
}

/** Told with the noun, and not in a clause of its own: 東京での会談. */
function isOfNoun({ role }: Clause): boolean {
  return role === 'place' || role === 'occasion';
}

type Said = { readonly going: string; readonly closing: string; readonly isNoun?: boolean };

function clausesOf(about: Scope): readonly Said[] {
  const told = about.clauses.filter((each) => !isOfNoun(each));
  const all = told.map((clause, at) => clauseOf(clause, about.act, told[at + 1]));
  const hasTopic = about.clauses.some(({ role, negated }) => role === 'topic' && !negated);
  const act = about.act === null || hasTopic ? undefined : actNoun(about.act);
  const said = act === undefined ? all : [...all, verb(`${act}が`, 'あり', 'あった')];
  // Two who met need no verb where nothing else is asked: 石破茂氏とトランプ氏の協議.
  const [only] = about.clauses.filter((each) => !isOfNoun(each));
  if (said.length === 1 && only !== undefined && areTwo(about))
    return [{ going: '', closing: `${peopleOf(only.names).join('と')}の`, isNoun: true }];
  return said;
}

function clauseOf({ role, names, any, negated }: Clause, act: string | null, next: Clause | undefined): Said {
  const goesOn = next !== undefined && !next.negated && (next.role === 'person' || next.role === 'member');
  const all = names.join(any ? '・' : 'と');
  switch (role) {
    case 'person':
    case 'member': {
      const people = peopleOf(names);
      const either = people.length > 2 ? `${people.join('、')}のいずれか` : people.join('または');
      const who = role === 'member' ? all : any ? either : people.join('と');
      // Two clauses that tell who sat there share one verb.
      if (negated) return verb(`${who}が`, '参加せず', '参加していない');
      const going = goesOn
        ? `${who}と`
        : next?.role === 'topic' && role === 'person' && !next.negated
          ? `${who}が`
          : `${who}が参加し`;
      return { going, closing: `${who}が参加した` };
    }
    case 'source':
      return verb(`${all}に`, '基づき', '基づく');
    case 'topic':
      return negated ? verb(`${names.join('・')}に`, '触れず', '触れていない') : doneAbout(all, act);
    case 'word':
      return negated
        ? verb(`「${names.join('」「')}」に`, '触れず', '触れていない')
        : verb(`「${names.join('」と「')}」${ALL_OF[names.length] ?? 'のすべて'}に`, '触れ', '触れた');
    case 'place':
    case 'occasion':
    case 'side':
      return verb(`${all}側の発言が`, 'あり', 'あった');
  }
}

/** That one record must hold all of so many words. */
const ALL_OF = ['', '', 'の両方'];

/** What was done about the topics; without an act, that they came up. */
function doneAbout(topics: string, act: string | null): Said {
  const done = act === null ? undefined : ACTS[act];
  if (act === null || done === undefined) return verb(`${topics}を`, '取り上げ', '取り上げた');
  return verb(`${topics}${PARTICLES[act] ?? 'について'}${done}`, 'し', 'した');
}

function verb(stem: string, going: string, closing: string): Said {
  return { going: `${stem}${going}`, closing: `${stem}${closing}` };
}

/** 石破茂氏; an office needs no 氏. */
function peopleOf(names: readonly string[]): readonly string[] {
  return names.map((name) => (isOffice(name) ? name : `${name}氏`));
}

/** A short name that is no word for a meeting gets one: 日米韓の協議, SSCの会合. */
function meetingNoun(name: string): string {
  if (/(?:会談|会合|協議|会議|対話|「2\+2」|表敬|交渉|発表)$/.test(name)) return name;
  return `${name}の${/[A-Z]$/.test(name) ? '会合' : '協議'}`;
}

function isOffice(name: string): boolean {
  return /(?:大臣|長官|大統領|次官|局長|議長|司令官|幕僚長|補佐官|大使|代表|知事|市長|町長|村長)$/.test(name);
}
