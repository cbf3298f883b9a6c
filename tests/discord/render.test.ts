import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAction } from '../../adapters/chat/actions.ts';
import { cardMessage, sourcesMessage, timelineMessage } from '../../adapters/chat/message.ts';
import { FIT } from '../../adapters/discord/fit.ts';
import { render, renderAnswer, renderPlain } from '../../adapters/discord/render.ts';
import { renderDigests } from '../../adapters/discord/render-digest.ts';
import type { Answer, Card, Citation, Timeline } from '../../src/answer/answer.ts';
import type { Digest } from '../../src/digest/digest.ts';
import { blankQuery } from '../../src/reading/blank.ts';
import { messageFaults } from './server/validate.ts';

/** Words as records and people have them, and characters that mean something to Discord. */
const word = fc.oneof(
  fc.constantFrom('日米防衛相会談', '確認した。', 'confirmed ', 'the Alliance. ', '自由で開かれたインド太平洋', '\n'),
  fc.constantFrom(
    '**',
    '_',
    '`',
    '||',
    '<@1>',
    '@everyone',
    '[x](https://evil.example)',
    '\\',
    '😀',
    'https://a.example/b ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const text = (most: number) =>
  fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join('').slice(0, most).trim() || 'x');
const longText = fc.oneof(
  { weight: 4, arbitrary: text(400) },
  { weight: 1, arbitrary: text(100).map((t) => t.repeat(80).slice(0, 6_000)) },
);
const url = fc
  .tuple(
    fc.webUrl(),
    fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 30 }) }),
  )
  .map(([base, times]) =>
    `${base.split('#')[0]}${base.includes('?') ? '&' : '?'}${'p=(国内)&'.repeat(times)}`.slice(0, 500),
  );
const language = fc.constantFrom('ja' as const, 'en' as const);
const consultationId = fc.stringMatching(/^20\d\d-[01]\d-[0-3]\d-[a-z-]{3,40}$/);

const citations = fc
  .array(
    fc.record({
      title: text(300),
      publisher: text(80),
      url,
      locator: fc.option(text(100)),
      published: fc.option(fc.constant('2025-03-30')),
    }),
    {
      maxLength: 40,
    },
  )
  .map((all): Citation[] =>
    all.map((each, i) => ({
      ...each,
      n: i + 1,
      source: `s${i}`,
      kind: i % 5 === 0 ? ('news' as const) : ('official' as const),
    })),
  );

function statements(count: number, ids: readonly string[]) {
  return fc.array(
    fc.record({
      text: longText,
      citations:
        count === 0
          ? fc.constant([])
          : fc.uniqueArray(fc.integer({ min: 1, max: count }), { maxLength: Math.min(count, 40) }),
      consultation: ids.length === 0 ? fc.constant(null) : fc.option(fc.constantFrom(...ids)),
    }),
    { maxLength: 25 },
  );
}

const answer: fc.Arbitrary<Answer> = fc
  .tuple(citations, fc.uniqueArray(consultationId, { maxLength: 40 }), language)
  .chain(([cited, ids, lang]) =>
    fc
      .record({
        id: fc.stringMatching(/^[\w-]{8,24}$/),
        status: fc.constantFrom('answered' as const, 'not-found' as const, 'clarify' as const),
        all: statements(cited.length, ids).filter((all) => all.length > 0),
        notes: fc.array(longText, { maxLength: 4 }),
        suggestions: fc.array(text(200), { maxLength: 6 }),
        choices: fc.array(fc.record({ label: text(120), question: text(200) }), { maxLength: 6 }),
        count: fc.integer({ min: 1, max: 30 }),
      })
      .map(({ id, status, all, notes, suggestions, choices, count }) => ({
        id,
        status,
        language: lang,
        question: blankQuery({ text: 'who', language: lang, ask: 'who' }),
        headline: { text: 'none', citations: [], consultation: null, ...all[0] },
        statements: all.slice(1),
        disclosures: [],
        notes,
        consultations: ids,
        focus: [],
        citations: cited,
        suggestions,
        choices,
        page: { index: 1 + (count % 3 === 0 ? count - 1 : 0), count },
        knowledgeVersion: '0123456789ab',
      })),
  );

const noFiles = new Map<string, { name: string; size: number }>();

/** What the client adds to every body. */
function faultsOf(body: object): string[] {
  return messageFaults({ ...body, allowed_mentions: { parse: [] } }, noFiles);
}

type Shown = {
  content: string;
  embeds: readonly { description?: string; footer?: { text: string } }[];
  components: readonly unknown[];
};

/** All leaves of an answer's page, by pressing Next as a person would. */
function leavesOf(it: Answer): Shown[] {
  const leaves: Shown[] = [];
  for (let leaf = 0; leaf < 200; leaf += 1) {
    const body = renderAnswer(it, { leaf, shareable: true, question: 'q'.repeat(400) });
    leaves.push(body);
    const next = JSON.stringify(body.components).match(/k1\|p\|[^"]+/g) ?? [];
    const turns = next.map((id) => decodeAction(id)).filter((action) => action?.kind === 'page');
    if (!turns.some((action) => action?.kind === 'page' && action.page === it.page.index && action.leaf === leaf + 1))
      break;
  }
  return leaves;
}

/** What stands between the statements and the sources; a leaf may hold sources alone. */
const sources = /(?:^|\n\n)-# \[/;
const numbers = (shown: string) =>
  new Set(
    [...shown.matchAll(/^-# ((?:\[\d+\])+) \[/gm)].flatMap(([, marks = '']) => [...marks.matchAll(/\d+/g)].map(Number)),
  );

describe('any answer', () => {
  it('renders within Discord’s limits on every leaf, in both languages', () => {
    fc.assert(
      fc.property(answer, (it) => {
        for (const body of leavesOf(it)) expect(faultsOf(body)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('shows every citation as a link on some leaf', () => {
    fc.assert(
      fc.property(answer, (it) => {
        const shown = leavesOf(it)
          .map((body) => body.embeds[0]?.description ?? '')
          .join('\n');
        expect([...numbers(shown)].sort((a, b) => a - b)).toEqual(it.citations.map((each) => each.n));
      }),
      { numRuns: 150 },
    );
  });

  it('shows the sources of a statement on the leaf that holds it', () => {
    const few = answer.map((it) => ({
      ...it,
      // Few enough that no statement's sources have to be divided.
      citations: it.citations.map((each) => ({ ...each, url: `https://a.example/${each.n}` })),
      headline: { ...it.headline, citations: it.headline.citations.slice(0, 2) },
      statements: it.statements.map((each) => ({ ...each, citations: each.citations.slice(0, 2) })),
    }));
    fc.assert(
      fc.property(few, (it) => {
        for (const [index, body] of leavesOf(it).entries()) {
          const description = body.embeds[0]?.description ?? '';
          const [said = ''] = description.split(sources);
          const above = index === 0 ? body.content : '';
          const marked = [...`${above}\n${said}`.matchAll(/\\\[(\d{1,2})\\\]\]\(</g)].map((match) => Number(match[1]));
          const listed = numbers(description);
          for (const n of marked) expect(listed).toContain(n);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('loses no text: every character of every statement is on some leaf, in order', () => {
    const letters = (given: string) => given.replace(/[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, '');
    fc.assert(
      fc.property(answer, (it) => {
        const said = leavesOf(it).map((body) => (body.embeds[0]?.description ?? '').split(sources)[0] ?? '');
        const shown = letters(said.join('\n'));
        for (const each of it.statements) expect(shown).toContain(letters(each.text));
      }),
      { numRuns: 60 },
    );
  });

  it('has a plain form within 2,000 characters a message', () => {
    fc.assert(
      fc.property(answer, (it) => {
        for (const content of renderPlain(it)) {
          expect(faultsOf({ content })).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('lists all its sources within limits', () => {
    fc.assert(
      fc.property(answer, fc.integer({ min: -2, max: 9 }), (it, leaf) => {
        if (it.citations.length > 0) expect(faultsOf(render(sourcesMessage(it, FIT, leaf)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('any card, timeline and digest', () => {
  const card: fc.Arbitrary<Card> = citations.chain((cited) =>
    fc.record({
      consultation: consultationId,
      title: text(300),
      date: text(30),
      framework: text(200),
      format: text(30),
      place: fc.option(text(200)),
      participants: fc.array(fc.record({ name: text(80), office: text(120), country: text(40) }), { maxLength: 30 }),
      outcomes: statements(cited.length, []),
      citations: fc.constant(cited),
      documents: fc.array(fc.record({ title: text(200), url }), { maxLength: 5 }),
      note: fc.option(longText),
    }),
  );
  const level = fc.constantFrom('leaders' as const, 'ministers' as const, '2+2' as const);
  const timeline: fc.Arbitrary<Timeline> = fc.tuple(citations, language).chain(([cited, lang]) =>
    fc.record({
      language: fc.constant(lang),
      title: text(300),
      from: fc.constant('2025-01-01'),
      to: fc.constant('2025-12-31'),
      items: fc.array(
        fc.record({
          consultation: consultationId,
          from: fc.constant('2025-03-30'),
          to: fc.constant('2025-03-30'),
          dateLabel: text(30),
          label: text(200),
          short: text(60),
          place: fc.option(text(60)),
          level,
          marked: fc.boolean(),
          citations:
            cited.length === 0
              ? fc.constant([])
              : fc.array(fc.integer({ min: 1, max: cited.length }), { maxLength: 3 }),
        }),
        { minLength: 1, maxLength: 60 },
      ),
      citations: fc.constant(cited),
    }),
  );

  it('renders a card within limits', () => {
    fc.assert(
      fc.property(card, answer, fc.integer({ min: 0, max: 5 }), (it, of, leaf) => {
        expect(faultsOf(render(cardMessage(it, of, FIT, { leaf, titleOf: (id) => id })))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('renders a timeline within limits', () => {
    fc.assert(
      fc.property(timeline, fc.integer({ min: 0, max: 5 }), (it, leaf) => {
        expect(faultsOf(render(timelineMessage(it, 'a1b2c3d4e5f6a7b8', FIT, { leaf })))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  const digest: fc.Arbitrary<Digest> = fc.tuple(timeline, citations).chain(([line, cited]) =>
    fc.record({
      date: fc.constant('2026-03-30'),
      from: fc.constant('2026-03-30'),
      language: fc.constant(line.language),
      title: text(300),
      quiet: fc.boolean(),
      note: fc.option(text(200)),
      sections: fc.array(
        fc.record({
          kind: fc.constantFrom('new' as const, 'on-this-day' as const),
          heading: text(100),
          statements: fc
            .tuple(statements(cited.length, []), fc.integer({ min: 1, max: 3 }))
            // So many statements of each meeting.
            .map(([all, of]) => all.map((each, at) => (at % of === 0 ? { ...each, heading: `Meeting ${at}` } : each))),
          total: fc.nat(400),
        }),
        { maxLength: 4 },
      ),
      citations: fc.constant(cited),
      closing: longText,
      timeline: fc.constant(line),
      knowledgeVersion: fc.constant('0123456789ab'),
    }),
  );
  const digests = fc.array(digest, { minLength: 1, maxLength: 2 });
  const marks = { subscription: 'subscription-1', delivery: 'abcdefghijklmnopqrstuvwx' };

  it('renders digests within limits, whatever they hold', () => {
    fc.assert(
      fc.property(digests, (all) => {
        for (const message of renderDigests(all, marks)) {
          const files = new Map(message.pictures.map((picture, i) => [String(i), { name: picture.name, size: 1 }]));
          expect(messageFaults({ ...message, allowed_mentions: { parse: [] } }, files)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shows no statement of a digest without its sources, and leaves no digest empty', () => {
    const address = (at: number, n: number) => `https://a.example/${at}/${n}`;
    const name = (at: number, section: number, index: number) => `statement ${at}-${section}-${index}:`;
    /** Each statement can be told by its beginning and each source by its address, few enough that no statement's are divided. */
    const told = digests.map((all) =>
      all.map((each, at) => ({
        ...each,
        citations: each.citations.map((one) => ({ ...one, url: address(at, one.n) })),
        sections: each.sections.map((section, s) => ({
          ...section,
          statements: section.statements.map((one, i) => ({
            ...one,
            text: `${name(at, s, i)} ${one.text}`,
            citations: one.citations.slice(0, 2),
          })),
        })),
      })),
    );
    fc.assert(
      fc.property(told, (all) => {
        const shown = renderDigests(all, marks)
          .flatMap(({ embeds }) => embeds)
          .map(({ description = '' }) => ({ description, listed: description.split(sources).slice(1).join('\n') }));
        for (const [at, { sections }] of all.entries()) {
          const stated = sections.flatMap(({ statements }, s) =>
            statements.flatMap(({ citations }, i) => {
              const holder = shown.find(({ description }) => description.includes(name(at, s, i)));
              return holder === undefined ? [] : [{ listed: holder.listed, citations }];
            }),
          );
          expect(stated.length > 0).toBe(sections.some(({ statements }) => statements.length > 0));
          for (const { listed, citations } of stated)
            for (const n of citations) expect(listed).toContain(`](<${address(at, n)}>)`);
        }
      }),
      { numRuns: 60 },
    );
  });
});
