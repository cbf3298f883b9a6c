import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Naming } from './names.ts';

/** A topic as a sentence names it: 台湾海峡 / the Taiwan Strait, command and control. An unknown id names itself. */
export function topicName(id: string, { knowledge, language }: Naming): string {
  const label = knowledge.topics.get(id)?.labels[language] ?? id;
  if (language === 'ja') return label;
  const name = isCommon(label, knowledge) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  if (/^free and open\b/.test(name)) return `a ${name}`;
  return withArticle(name);
}

/** The Taiwan Strait, the South China Sea, the United Nations: bodies of water, groups, agreements take an article. */
export function withArticle(name: string): string {
  const takesIt = TAKING_ARTICLE.some((pattern) => pattern.test(name));
  return takesIt && !/^the /i.test(name) ? `the ${name}` : name;
}

const TAKING_ARTICLE = [/\b(?:Strait|Islands|Sea|Middle East|Nations|Quad)\b/, /\b(?:Treaty|Agreement|Guidelines)\b/i];

const corpora = new WeakMap<KnowledgeBase, string>();

/** Whether an English label opens with a common noun: the explanations of topics write that word small somewhere. */
function isCommon(label: string, knowledge: KnowledgeBase): boolean {
  const [first = '', second = ''] = label.split(' ');
  if (!/^[A-Z][a-z]+(?:-[a-z]+)*$/.test(first) || /^[A-Z(]/.test(second)) return false;
  let corpus = corpora.get(knowledge);
  if (corpus === undefined) {
    corpus = [...knowledge.topics.values()]
      .flatMap(({ aliases, definition }) => [...aliases.en, ...definition.map(({ en }) => en)])
      .join(' ');
    corpora.set(knowledge, corpus);
  }
  return new RegExp(`\\b${first.toLowerCase()}\\b`).test(corpus);
}
