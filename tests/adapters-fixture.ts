import { createHash } from 'node:crypto';
import type { Answer, Citation, Statement } from '../src/answer/answer.ts';
import type { AskRequest, Desk } from '../src/desk.ts';
import type { KnowledgeBase } from '../src/knowledge/knowledge-base.ts';
import { blankQuery } from '../src/reading/blank.ts';
import type { Query } from '../src/reading/query.ts';
import type { ChannelSettings, Feedback, Gap, SavedAsk, Store } from '../src/store/store.ts';
import type { Language } from '../src/text/language.ts';
import type { Clock } from '../src/time/period.ts';
import { consultation } from './digest/knowledge-fixture.ts';

/** Questions of the adapter contract, and what their answers must show. */
export const samples = {
  now: '2026-11-23T01:00:00Z',
  who: {
    en: 'Who attended the defense ministerial in March 2025?',
    ja: '2025年3月の防衛相会談の出席者は？',
    expect: 'Hegseth',
    expectJa: 'ヘグセス',
    link: 'http://www.clearing.mod.go.jp/hakusho_data/2025/html/n320103000.html',
    card: 'Joint Operations Command',
  },
  followUp: { en: 'Where was it?', expect: 'Tokyo' },
  long: { en: 'List every consultation in 2025' },
  nothing: { en: 'What was agreed in March 1990?', expect: 'on record' },
  help: { expect: 'Ask about' },
  hostile: {
    text: '**who** <@123456789012345678> @everyone <!channel> <#C0123|x> [click](https://evil.example/) https://evil.example/ `x` _y_ *z*',
  },
} as const;

/** The same for the real desk over the project's own records. */
export const realSamples = {
  ...samples,
  who: { ...samples.who, link: 'https://www.mod.go.jp/j/approach/anpo/2025/0330b_usa-j.html' },
  followUp: { en: 'Where was it?', expect: 'took place at the Ministry of Defense in Tokyo' },
} as const;

/** What the contract asks and expects: of the fixture desk or of the real one. */
export type Samples = {
  readonly [Key in keyof typeof samples]: (typeof samples)[Key] extends string
    ? string
    : { readonly [Part in keyof (typeof samples)[Key]]: string };
};

const record = '2025-03-30-defense-ministerial';
const citation: Citation = {
  n: 1,
  source: 'hakusho-2025-3-2-1',
  title: '令和7年版防衛白書 第III部第2章第1節',
  publisher: '防衛省',
  kind: 'official',
  url: samples.who.link,
  published: null,
  locator: null,
};

const said = {
  en: {
    who: 'Nakatani Gen, Minister of Defense, and Pete Hegseth, Secretary of Defense, took part.',
    where: 'It was held in Tokyo (Ministry of Defense).',
    nothing: 'Nothing on record for that period.',
    help: 'Ask about Japan–U.S. alliance consultations: who met, when, where and what was agreed.',
    item: (n: number) => `Consultation ${n} of 2025, with a sentence that says what was confirmed there.`,
    list: '42 consultations in 2025.',
    outcome:
      "They welcomed the creation of the SDF's Joint Operations Command and the start of upgrading U.S. Forces Japan.",
    title: 'Japan–U.S. Defense Ministerial Meeting',
    next: 'When was the previous defense ministerial?',
  },
  ja: {
    who: '中谷元・防衛大臣とピート・ヘグセス国防長官が出席した。',
    where: '東京(防衛省)で開かれた。',
    nothing: 'その期間の記録はありません。',
    help: '日米同盟の協議について、だれが、いつ、どこで会い、何を決めたかを聞いてください。',
    item: (n: number) => `2025年の協議その${n}。そこで確認されたことを述べる文。`,
    list: '2025年の協議は42件。',
    outcome: '自衛隊の統合作戦司令部の創設と、在日米軍の統合軍司令部への格上げの開始を歓迎した。',
    title: '日米防衛相会談',
    next: 'その前の防衛相会談はいつ？',
  },
} as const;

/** A small desk of the real shape that knows one meeting: for tests of adapters, which care for messages and not for retrieval. */
/** The same desk with other answers. */
export function answeredBy(desk: Desk, ask: Desk['ask']): Desk {
  return {
    ...desk,
    ask,
    *asking(request) {
      yield;
      return ask(request);
    },
  };
}

export function createFixtureDesk(version = 'fixture00001'): Desk {
  const knowledge = {
    version,
    consultations: [
      consultation({
        id: record,
        date: '2025-03-30',
        title: { ja: said.ja.title, en: said.en.title },
        addedOn: '2026-01-01',
      }),
    ],
    frameworks: new Map([
      [
        'defense-ministerial',
        { id: 'defense-ministerial', names: { ja: said.ja.title, en: said.en.title }, aliases: { ja: [], en: [] } },
      ],
    ]),
    people: new Map([
      [
        'nakatani-gen',
        {
          id: 'nakatani-gen',
          names: { ja: '中谷元', en: 'Nakatani Gen' },
          family: { ja: '中谷', en: 'Nakatani' },
          aliases: { ja: [], en: [] },
        },
      ],
    ]),
    topics: new Map([
      [
        'command-and-control',
        {
          id: 'command-and-control',
          labels: { ja: '指揮・統制', en: 'Command and control' },
          aliases: { ja: [], en: [] },
        },
      ],
    ]),
    countries: new Map(),
    sources: new Map(),
    coverage: { from: '2025-03-30', to: '2025-03-30', consultations: 1 },
    // Adapters look only at ids and dates; the rest of a knowledge base is out of their sight.
  } as unknown as KnowledgeBase;

  const statement = (text: string): Statement => ({ text, citations: [1], consultation: record });

  function answer(question: Query, language: Language, clock: Clock, page: number): Answer {
    const words = said[language];
    const day = clock.now.toZonedDateTimeISO(clock.zone).toPlainDate().toString();
    const id = createHash('sha256').update(`${question.ask}|${question.text}|${language}|${day}`).digest('hex');
    const found = question.ask !== 'help' && question.period?.from !== '1990-03-01';
    const list = question.ask === 'list';
    const headline =
      question.ask === 'help'
        ? words.help
        : !found
          ? words.nothing
          : list
            ? words.list
            : question.ask === 'where'
              ? words.where
              : words.who;
    const items = Array.from({ length: 14 }, (_, i) => statement(words.item((page - 1) * 14 + i + 1)));
    return {
      id: id.slice(0, 16),
      status: found || question.ask === 'help' ? 'answered' : 'not-found',
      language,
      question,
      headline: { text: headline, citations: found ? [1] : [], consultation: null },
      statements: found ? (list ? items : [statement(words.outcome)]) : [],
      disclosures: [],
      notes: [],
      consultations: found ? [record] : [],
      focus: [],
      citations: found ? [citation] : [],
      suggestions: [words.next],
      choices: [],
      page: { index: page, count: list ? 3 : 1 },
      knowledgeVersion: version,
    };
  }

  const understood = ({ text, language, fallbackLanguage, previous }: AskRequest): Query => {
    const own: Language = /[ぁ-んァ-ヶ一-龠]/.test(text)
      ? 'ja'
      : /[a-z]/i.test(text)
        ? 'en'
        : (fallbackLanguage ?? 'en');
    const shown = language ?? own;
    const asked = /^(?:help|使い方)$/i.test(text)
      ? 'help'
      : /^list/i.test(text)
        ? 'list'
        : /where|どこ|場所/i.test(text)
          ? 'where'
          : 'who';
    const period = /1990/.test(text)
      ? { from: '1990-03-01', to: '1990-03-31' }
      : /^(?:2025|令和7年)/.test(text)
        ? { from: '2025-01-01', to: '2025-12-31' }
        : null;
    // A place asked for with nothing before it is not known.
    const lost = asked === 'where' && previous === undefined;
    // What was shown tells where, whatever was asked in vain since.
    const before = asked === 'where' && (previous?.answered ?? []).length > 0 ? null : previous?.period;
    return blankQuery({
      text,
      language: shown,
      ask: asked,
      period: lost ? { from: '1990-03-01', to: '1990-03-31' } : (period ?? before ?? null),
    });
  };

  const ask = (request: AskRequest) => {
    const question = understood(request);
    return answer(question, question.language, request.clock, 1);
  };

  return {
    ask,
    *asking(request) {
      yield;
      return ask(request);
    },
    understand: (request) => ({ query: understood(request), candidates: [], steps: 0, further: [] }),
    explain: () => {
      throw new Error('the fixture desk explains nothing');
    },
    reask: (question, { clock, language, page }) => answer(question, language, clock, page ?? 1),
    card(consultation, language) {
      if (consultation !== record) return undefined;
      const words = said[language];
      return {
        consultation,
        title: words.title,
        date: language === 'ja' ? '2025年3月30日' : 'March 30, 2025',
        framework: words.title,
        format: language === 'ja' ? '対面' : 'in person',
        place: language === 'ja' ? '東京(防衛省)' : 'Tokyo (Ministry of Defense)',
        participants: [
          { name: 'Nakatani Gen', office: 'Minister of Defense', country: 'Japan' },
          { name: 'Pete Hegseth', office: 'Secretary of Defense', country: 'United States' },
        ],
        outcomes: [statement(words.outcome)],
        citations: [citation],
        documents: [],
        note: null,
      };
    },
    suggest({ kind, typed, limit }) {
      const all = {
        question: [samples.who.en, samples.who.ja],
        person: ['nakatani-gen'],
        topic: ['command-and-control'],
        framework: ['defense-ministerial'],
        period: ['2025'],
        country: ['JP', 'US'],
      }[kind];
      const wanted = all.filter((value) => value.toLowerCase().includes(typed.toLowerCase()));
      return wanted.slice(0, limit).map((value) => ({ label: value, value }));
    },
    examples: (language, limit) => [samples.who[language]].slice(0, limit),
    timeline: ({ language, period }) => ({
      language,
      title: language === 'ja' ? '年表' : 'Timeline',
      from: '2025-01-01',
      to: '2025-12-31',
      items: period?.from?.startsWith('1990')
        ? []
        : [
            {
              consultation: record,
              from: '2025-03-30',
              to: '2025-03-30',
              dateLabel: language === 'ja' ? '2025年3月30日' : 'March 30, 2025',
              label: said[language].title,
              short: said[language].title,
              place: language === 'ja' ? '東京' : 'Tokyo',
              level: 'ministers',
              marked: true,
              citations: [1],
            },
          ],
      citations: [citation],
    }),
    digest(request) {
      const words = said[request.language];
      return {
        date: request.date,
        from: request.from ?? request.date,
        language: request.language,
        title: `${request.date}`,
        quiet: false,
        note: null,
        sections: [{ kind: 'latest', heading: words.title, statements: [statement(words.outcome)], total: 1 }],
        citations: [citation],
        closing: words.help,
        timeline: this.timeline({
          clock: { now: Temporal.Instant.from(samples.now), zone: 'Asia/Tokyo' },
          language: request.language,
        }),
        knowledgeVersion: version,
      };
    },
    knowledge: () => knowledge,
  };
}

/** The store methods that adapters touch, in memory; the others reject. Values pass through JSON, as they do in a database. */
export function createMemoryStore(): Store & { broken: boolean; readonly feedback: Feedback[]; readonly gaps: Gap[] } {
  const claims = new Map<string, number>();
  const conversations = new Map<string, { json: string; expiresAt: number }>();
  const asks = new Map<string, { json: string; expiresAt: number }>();
  const settings = new Map<string, ChannelSettings>();
  const feedback: Feedback[] = [];
  const gaps: Gap[] = [];

  const partial: Partial<Store> & { broken: boolean; feedback: Feedback[]; gaps: Gap[] } = {
    driver: 'sqlite',
    broken: false,
    feedback,
    gaps,
    async claim(key, now, expiresAt) {
      if ((claims.get(key) ?? 0) > now) return false;
      claims.set(key, expiresAt);
      return true;
    },
    async claimTogether(keys, now, expiresAt) {
      const taken: boolean[] = [];
      for (const key of keys) {
        taken.push((claims.get(key) ?? 0) <= now);
        if (taken.at(-1)) claims.set(key, expiresAt);
      }
      return taken;
    },
    async loadConversation(key, now) {
      const row = conversations.get(key);
      // Written by `saveConversation` below.
      return row !== undefined && row.expiresAt > now ? (JSON.parse(row.json) as Query) : undefined;
    },
    async saveConversation(key, _actor, question, _now, expiresAt) {
      conversations.set(key, { json: JSON.stringify(question), expiresAt });
    },
    async loadAsk(id, now) {
      const row = asks.get(id);
      // Written by `saveAsk` below.
      return row !== undefined && row.expiresAt > now ? (JSON.parse(row.json) as SavedAsk) : undefined;
    },
    async saveAsk(id, _actor, ask, _now, expiresAt) {
      asks.set(id, { json: JSON.stringify(ask), expiresAt });
    },
    async saveTogether(rows) {
      for (const { key, question, expiresAt } of rows.conversations) {
        conversations.set(key, { json: JSON.stringify(question), expiresAt });
      }
      for (const { id, ask, expiresAt } of rows.asks) asks.set(id, { json: JSON.stringify(ask), expiresAt });
      gaps.push(...rows.gaps);
    },
    loadChannelSettings: async (platform, workspace, channel) =>
      settings.get([platform, workspace, channel].join(':')) ?? {},
    async saveChannelSettings(platform, workspace, channel, changed) {
      settings.set([platform, workspace, channel].join(':'), changed);
    },
    async addFeedback(row) {
      feedback.push(row);
    },
    async addGap(row) {
      gaps.push(row);
    },
    listFeedback: async (limit) => feedback.slice(0, limit).map((row, at) => ({ ...row, id: `${at}` })),
    listGaps: async (limit) => gaps.slice(0, limit),
    listSubscriptions: async () => [],
    ping: async () => {},
    close: async () => {},
  };
  const store = new Proxy(partial, {
    get(target, key, receiver) {
      if (key === 'then') return undefined;
      const value: unknown = Reflect.get(target, key, receiver);
      if (typeof value === 'function') {
        return async (...rest: unknown[]) => {
          if (target.broken) throw new Error('the database is gone');
          return Reflect.apply(value, target, rest);
        };
      }
      if (value === undefined) return () => Promise.reject(new Error(`the memory store has no ${String(key)}`));
      return value;
    },
  });
  // The proxy answers for every method of the port.
  return store as Store & { broken: boolean; readonly feedback: Feedback[]; readonly gaps: Gap[] };
}
