import type { postsEn } from './posts-en.ts';
import { joined, lastDay } from './words-ja.ts';

/** What is said of people and their posts. */
export const postsJa: typeof postsEn = {
  term({ name, country, office, from, to }) {
    const who = `${name}氏（${country}）`;
    // 次期大使 is no post that one fills.
    const served = office.startsWith('次期') ? 'でした' : 'を務めました';
    if (from?.isTerm && to?.isTerm) return `${who}は、${from.day}から${to.day}まで${office}を務めました。`;
    if (from?.isTerm && to !== null) return `${who}は、${from.day}に${office}に就任しました（最新の記録は${to.day}）。`;
    if (from?.isTerm) return `${who}は、${from.day}に${office}に就任しました。`;
    if (from !== null && to?.isTerm) return `${who}は、${to.day}まで${office}${served}（最初の記録は${from.day}）。`;
    if (to?.isTerm) return `${who}は、${to.day}まで${office}${served}。`;
    if (from === null || to === null) return `${who}は、記録では${office}です。`;
    const days = from.day === to.day ? from.day : `${from.day}から${lastDay(from.day, to.day)}まで`;
    return `${who}は、${days}の記録で${office}となっています。`;
  },
  endUnknown: (name, office, last) =>
    `${name}氏が${office}を退任した日は、記録にありません。${office}としての最後の記録は${last}です。`,
  peopleNamed: (count, sentence) => `記録に名前があるのは${count}人です。${sentence}`,
  holders(posts, period) {
    const all = posts.map(({ office, names }) => ({ office, people: joined(names.map((name) => `${name}氏`)) }));
    const [first, ...others] = all;
    if (first !== undefined && others.length === 0 && period !== null)
      return `${period}に${first.office}を務めた人として記録にあるのは、${first.people}です。`;
    const each = all.map(({ office, people }) => `${office}は${people}`).join('、');
    return period === null ? `記録にある最新の${each}です。` : `記録では、${period}の${each}です。`;
  },
  handedOver(office, before, after) {
    const [last, first] = [before.bound?.day ?? '', after.bound?.day ?? ''];
    if (before.bound?.isTerm && after.bound?.isTerm && last === first)
      return `${office}は、${first}に${before.name}氏から${after.name}氏に代わりました。`;
    const ended = before.bound?.isTerm
      ? `${before.name}氏が${last}まで務め`
      : `${before.name}氏の最後の記録が${last}で`;
    const began = after.bound?.isTerm
      ? `${after.name}氏が${first}に就任しました`
      : `${after.name}氏の最初の記録が${first}です`;
    return `${office}は、${ended}、${began}。`;
  },
  neighbour: (which, office, name, other) =>
    `${other}氏の${which === 'before' ? '前' : '次'}の${office}は、記録では${name}氏です。`,
  noNeighbour: (which, office, name) =>
    `${name}氏の${which === 'before' ? '前' : '次'}の${office}は、記録にありません。`,
  personMet: (name, count, latest) =>
    `${name}氏が参加した協議は記録に${count}件あり、${count === 1 ? '' : '最新は'}${latest.date}の${latest.name}です。`,
};
