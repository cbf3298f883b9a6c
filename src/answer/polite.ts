/**
 * Puts the end of every Japanese sentence of a record into です・ます: 一致した。 → 一致しました。 Quotations and brackets inside
 * a sentence stay as they are, and an ending that no rule knows is left untouched rather than bent into something wrong.
 */
export function toPolite(text: string): string {
  return sentencesOf(text).map(politeSentence).join('');
}

/**
 * The same for explanations and notes, which may end in a noun: 現地の日付。 → 現地の日付です。 Outcomes do not come here: there a
 * noun can stand for a verb (新設。), and です would say something else.
 */
export function explainPolitely(text: string): string {
  return sentencesOf(toPolite(text))
    .map((sentence) =>
      /(?:です|ます|ました|でした|ません)(?:[（(][^（）()]*[）)])?。?$/.test(sentence)
        ? sentence
        : sentence.replace(/([\p{Script=Han}\p{Script=Katakana}ーの日）)]|もの|こと)(。?)$/u, '$1です$2'),
    )
    .join('');
}

/** Cuts after each 。 that stands outside quotation marks and brackets. */
function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    if ('「『（('.includes(character)) depth += 1;
    else if ('」』）)'.includes(character)) depth = Math.max(0, depth - 1);
    else if (character === '。' && depth === 0) {
      sentences.push(text.slice(start, i + 1));
      start = i + 1;
    }
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences;
}

function politeSentence(sentence: string): string {
  const stop = sentence.endsWith('。') ? '。' : '';
  const body = stop === '' ? sentence : sentence.slice(0, -1);
  // A remark in brackets after the verb, …した(共同声明), is not the end of the sentence.
  const opening = /[)）]$/.test(body) ? Math.max(body.lastIndexOf('('), body.lastIndexOf('（')) : -1;
  const remark = opening > 0 ? body.slice(opening) : '';
  return `${politeClauses(opening > 0 ? body.slice(0, opening) : body)}${remark}${stop}`;
}

/** A plain verb before が、 is the end of a clause of its own: 至らなかったが、 → 至りませんでしたが、. */
const BUT = /(?<=[たる]|ない)(?=が、)/u;

/** Each clause that stands outside quotation marks, and the last. */
function politeClauses(body: string): string {
  const clauses = body.split(BUT);
  const count = (at: number, mark: string) =>
    clauses
      .slice(0, at + 1)
      .join('')
      .split(mark).length;
  const isQuoted = (at: number) => at < clauses.length - 1 && count(at, '「') > count(at, '」');
  return clauses.map((each, at) => (isQuoted(at) ? each : politeEnding(each))).join('');
}

function politeEnding(body: string): string {
  for (const [pattern, ending] of rules) {
    if (!pattern.test(body)) continue;
    if (ending === null) return body;
    // Two overloads of replace: a template with $1, or a function.
    return typeof ending === 'string' ? body.replace(pattern, ending) : body.replace(pattern, ending);
  }
  return body;
}

/** あ-row to い-row: the stem that takes ます. */
const stems = rows('わかがさたなばまら', 'いきぎしちにびみり');
/** う-row to い-row, for dictionary forms. */
const plainStems = rows('うくぐすつぬぶむ', 'いきぎしちにびみ');

/** Each character of the first row with the one below it. */
function rows(from: string, to: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...from].map((each, at) => [each, to.charAt(at)]));
}

type Ending = string | null | ((...match: string[]) => string);

/** In order; the first that fits decides. `null` leaves the ending as it is. */
const rules: readonly (readonly [RegExp, Ending])[] = [
  [/(?:です|ます|ました|でした|ません|ください)$/, null],
  // Negatives.
  [/ではなかった$/, 'ではありませんでした'],
  [/([がはもに])なかった$/, '$1ありませんでした'],
  [/([わかがさたなばまら])なかった$/, (_, row = '') => `${stems[row] ?? row}ませんでした`],
  [/なかった$/, 'ませんでした'],
  [/ではない$/, 'ではありません'],
  [/([がはもに])ない$/, '$1ありません'],
  [/([わかがさたなばまら])ない$/, (_, row = '') => `${stems[row] ?? row}ません`],
  [/([しいきちにびみりえけげせてねべめれ])ない$/, '$1ません'],
  // The copula.
  [/(?:であった|だった)$/, 'でした'],
  [/である$/, 'です'],
  [/([^んいっ])だ$/, '$1です'],
  // Past forms.
  [/([行言合伴担誓扱従違思払願救添失争補賄問競整覆負追向か窺])った$/, '$1いました'],
  [/([持立待打勝放保断育])った$/, '$1ちました'],
  [/([取送図語至終始移残限守作造入切走帰知減参巡乗握絞盛回測触なあまがわた寄贈誇祈練振])った$/, '$1りました'],
  [/([結及学呼選並運喜飛])んだ$/, '$1びました'],
  [/んだ$/, 'みました'],
  [/いだ$/, 'ぎました'],
  [/([てで用率強])いた$/, '$1いました'],
  [/いた$/, 'きました'],
  [/([^っん])た$/, '$1ました'],
  // A counted thing (枠組みの一つ) looks like a verb in つ and is none.
  [/([一二三四五六七八九]つ)$/, '$1です'],
  // Dictionary forms.
  [/([てで用率強])いる$/, '$1います'],
  [/による$/, 'によるものです'],
  [/よる$/, 'よります'],
  [/する$/, 'します'],
  [/来る$/, '来ます'],
  [/くる$/, 'きます'],
  [/([えけげせぜてでねべめれきじみび見得出着似経])る$/, '$1ます'],
  [
    /([あかがさざただなばまらわおこごそとどのぼもろくつぶむる図至取送限守語迫巡入切減知終移残作造走帰測触終始高深広])る$/,
    '$1ります',
  ],
  [/([うくぐすつぬぶむ])$/, (_, row = '') => `${plainStems[row] ?? row}ます`],
  [/多い$/, '多くなっています'],
  [/少ない$/, '少なくなっています'],
  [/([しきよなたかさ])い$/, '$1いです'],
];
