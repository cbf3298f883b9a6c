import { toPolite } from '../polite.ts';
import type { sidesEn } from './sides-en.ts';
import { joined, withMore } from './words-ja.ts';

/** What sets things side by side: meetings, countries, years. */
export const sidesJa: typeof sidesEn = {
  developed: (subject, count, from, to, [first, latest]) =>
    `${subject}は、記録では${count}件の協議で取り上げられています。${from}には、${toPolite(first)}${to}には、${toPolite(latest)}`,
  saidByEach: (subject, each) =>
    `${subject}についての記録は、${each.map(({ name, text }) => `${name}では「${text.replace(/。$/, '')}」`).join('、')}となっています。`,
  besides: (meetings) => `${joined(meetings)}を並べて示します。`,
  outnumbers: (which, direction, compared) =>
    `${which === null ? '同数です。' : `${which}のほうが${direction === 'most' ? '多く' : '少なく'}なっています。`}${compared}`,
  heldApart(compared, sides) {
    const nth = sides.length === 2 ? ['前者', '後者'] : ['1つ目', '2つ目', '3つ目', '4つ目'];
    const told = sides.flatMap(({ names, more }, at) =>
      names.length === 0 ? [] : [`${nth[at]}だけが${withMore(names, more, '件')}を`],
    );
    return told.length === 0 ? compared : `${compared}記録では、${told.join('、')}取り上げています。`;
  },
  atBoth(sides, people, isSame) {
    const both = `${sides.join('と')}の両方`;
    const names = joined(people.map((name) => `${name}氏`));
    if (people.length === 0) return `${both}に参加した人は、記録にありません。`;
    return isSame
      ? `${both}とも、記録にある参加者は同じで、${names}です。`
      : `${both}に参加したのは、記録では${names}です。`;
  },
  notJudged: (sentence) => `どちらが上かの評価はお答えできません。記録にある内容は次のとおりです。${sentence}`,
  earlier(sides, isKnown) {
    const [first, ...others] = sides.map(({ name, date, onRecord: isRecorded }) => {
      if (!isRecorded) return `${name}は${date}に始まりました`;
      return isKnown ? `${name}（${date}）` : `記録にある最初の${name}は${date}です`;
    });
    if (isKnown && sides[0]?.onRecord) return `記録で先に行われたのは${first}で、その次が${others.join('、')}です。`;
    return `${isKnown ? `${sides[0]?.name}のほうが先です。` : ''}${[first, ...others].join('。')}。`;
  },
  notCompared: (sentence) => `両者を比べた記録はありません。${sentence}`,
  inCommon: (topics, more, beside, sides) =>
    `${sides === 2 ? 'どちら' : 'いずれ'}でも取り上げた${beside ? '他の' : ''}議題：${withMore(topics, more, '件')}`,
  alone: (name) => name,
  common: '共通点',
  sideEmpty: (which) => `${which}の記録はありません。`,
  sideLacks: (which, subjects) => `${which}の記録には、${joined(subjects)}への言及はありません。`,
};
