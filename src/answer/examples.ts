import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation } from '../knowledge/schema.ts';
import type { Language } from '../text/language.ts';
import { phrases } from './phrases/phrases.ts';
import { tell } from './told.ts';
import { topicName } from './topic-name.ts';

/** Questions that the record answers, drawn from its newest consultations, one of each kind before a second; at most `limit`. */
export function examples(knowledge: KnowledgeBase, language: Language, limit: number): readonly string[] {
  const { ask } = phrases(language);
  const newest = [...knowledge.consultations].reverse();
  const named = newest.filter(({ participants }) => participants.length >= 2 && participants.length <= 6);
  const spoken = newest.filter(({ outcomes }) => outcomes.length >= 3);
  const topics = topicsOf(newest);
  const frameworks = frameworksOf(newest);
  const year = newest[0]?.date.slice(0, 4);
  const name = (id: string) => {
    const entry = knowledge.frameworks.get(id);
    return (entry?.short ?? entry?.names)?.[language] ?? id;
  };
  const label = (id: string) => topicName(id, knowledge, language);
  const months = (id: string) => (language === 'ja' ? `${id}年` : id);

  const round = (at: number): readonly string[] => {
    const out: string[] = [];
    const [who, what] = [named[at], spoken[at]];
    const [topic, framework] = [topics[at], frameworks[at]];
    if (who !== undefined) out.push(ask.who(tell(who, knowledge, language)));
    if (topic !== undefined) out.push(ask.topic(label(topic)));
    if (framework !== undefined) out.push(ask.latest(name(framework)));
    if (at === 0 && year !== undefined) out.push(ask.listIn(months(year)));
    if (what !== undefined) out.push(ask.what(tell(what, knowledge, language)));
    if (framework !== undefined) out.push(ask.define(name(framework)));
    return out;
  };
  const found = new Set<string>();
  for (let at = 0; found.size < limit && at < newest.length; at += 1) for (const each of round(at)) found.add(each);
  return [...found].slice(0, limit);
}

/** Topics by how often the newest forty consultations turn to them. */
function topicsOf(newest: readonly Consultation[]): readonly string[] {
  return byFrequency(newest.slice(0, 40).flatMap(({ outcomes }) => outcomes.flatMap(({ topics }) => topics)));
}

function frameworksOf(newest: readonly Consultation[]): readonly string[] {
  return byFrequency(newest.map(({ framework }) => framework));
}

function byFrequency(ids: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id);
}
