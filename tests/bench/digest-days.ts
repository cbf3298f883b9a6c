import { command, optionsOf } from '../../src/command-line/command.ts';
import { day, wholeNumber } from '../../src/command-line/options.ts';
import type { Digest } from '../../src/digest/digest.ts';
import type { Rhythm } from '../../src/digest/rhythm.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Consultation } from '../../src/knowledge/schema.ts';
import { openStore } from '../../src/store/open.ts';
import { addDays, periodOfEventDate } from '../../src/time/calendar.ts';
import type { PlainDate } from '../../src/time/period.ts';
import { fakePlatform, runnerOf, subscriptionOf, virtualClock } from '../digest/delivery-fixture.ts';

const values = await optionsOf(
  command(
    'bench:digest-days',
    `What subscriptions of each kind are told over consecutive days, by the real runner on a real database, while the record moves: each
consultation of those days is entered two days after it, and every sixth day an older record is corrected. Prints a table and what it comes to.
Exit status 1 when a statement comes twice within 14 days, or fewer than a third of the days without news are quiet.`,
  )
    .option('--from <day>', 'the first day', day('--from'), '2026-02-01')
    .option('--days <n>', 'how many days', wholeNumber('--days', 1, 1000), 60),
);
const first: PlainDate = values.from;
const count = values.days;
const enteredAfterDays = 2;
const repeatDays = 14;

const whole = loadKnowledge('knowledge');
const kinds: readonly Pick<Subscription, 'id' | 'language' | 'rhythm' | 'filters'>[] = [
  kind('daily en', 'daily', 'en'),
  kind('daily ja', 'daily', 'ja'),
  kind('daily 2+2', 'daily', 'en', { frameworks: ['scc'] }),
  kind('weekdays', 'weekdays', 'en'),
  kind('weekly', 'monday', 'en'),
  kind('changes', 'changes', 'en'),
];

const store = await openStore('sqlite::memory:');
const clock = virtualClock(`${first}T00:00:00Z`);
const created = `${addDays(first, -1)}T12:00:00Z`;
for (const each of kinds) {
  await store.addSubscription(subscriptionOf({ ...each, seenThrough: addDays(first, -1), createdAt: created }));
}
type Cell = { readonly statements: number; readonly repeats: number; readonly meetings: number };
const cells = new Map<string, Cell>();
const toldOn = new Map<string, PlainDate>();
const { sender, posts } = fakePlatform();
const days = Array.from({ length: count }, (_, at) => addDays(first, at));
for (const each of days) {
  posts.length = 0;
  clock.set(`${each}T00:00:30Z`);
  await runnerOf(store, clock, sender, { knowledge: knowledgeOn(each) }).tick();
  for (const { subscription, digests } of posts) for (const digest of digests) note(subscription, digest);
}
await store.close();
print();

function kind(id: string, rhythm: Rhythm, language: 'ja' | 'en', filters: Subscription['filters'] = {}) {
  return { id, rhythm, language, filters };
}

/** The record as it would have stood: what is entered later is not in it, and what is corrected later lacks its last outcome. */
function knowledgeOn(on: PlainDate): KnowledgeBase {
  const consultations = whole.consultations.flatMap((each, at) => asOf(each, at, on) ?? []);
  return { ...whole, version: `of ${on}`, consultations };
}

function asOf(consultation: Consultation, at: number, on: PlainDate): Consultation | undefined {
  const { revisedOn: _, ...record } = consultation;
  const { to } = periodOfEventDate(consultation.date);
  const addedOn = to < first ? addDays(first, -30) : addDays(to, enteredAfterDays);
  if (addedOn > on) return undefined;
  const correctedOn = at % 6 === 0 && at < count ? addDays(first, at) : undefined;
  if (correctedOn === undefined || correctedOn <= addedOn || record.outcomes.length < 2) return { ...record, addedOn };
  if (correctedOn <= on) return { ...record, addedOn, revisedOn: correctedOn };
  return { ...record, addedOn, outcomes: record.outcomes.slice(0, -1) };
}

function hasNews(on: PlainDate): boolean {
  return knowledgeOn(on).consultations.some(({ addedOn, revisedOn }) => addedOn === on || revisedOn === on);
}

function note(subscription: string, { date, sections }: Digest): void {
  const statements = sections.flatMap(({ kind: of, statements: all }) => (of === 'corrected' ? [] : all));
  let repeats = 0;
  for (const { consultation, text } of statements) {
    const key = JSON.stringify([subscription, consultation, text]);
    const before = toldOn.get(key);
    if (before !== undefined && before >= addDays(date, -repeatDays)) repeats += 1;
    toldOn.set(key, date);
  }
  const all = sections.flatMap((section) => section.statements);
  const meetings = new Set(all.map(({ consultation }) => consultation)).size;
  cells.set(`${subscription} ${date}`, { statements: all.length, repeats, meetings });
}

function print(): void {
  const shown = (cell: Cell | undefined) =>
    cell === undefined ? '–' : `${cell.statements}${cell.repeats === 0 ? '' : ` (${cell.repeats} again)`}`;
  const rows = days.map((on) => [
    on,
    hasNews(on) ? 'yes' : '',
    ...kinds.map(({ id }) => shown(cells.get(`${id} ${on}`))),
  ]);
  const head = ['day', 'news', ...kinds.map(({ id }) => id)];
  for (const row of [head, ...rows]) line(row.map((each, at) => each.padEnd(at === 0 ? 10 : 9)).join('  '));
  let failed = false;
  const quietDays = days.filter((on) => !hasNews(on));
  line('');
  for (const { id } of kinds) {
    const of = days.flatMap((on) => cells.get(`${id} ${on}`) ?? []);
    const sum = (pick: (cell: Cell) => number) => of.reduce((total, cell) => total + pick(cell), 0);
    const quiet = quietDays.filter((on) => !cells.has(`${id} ${on}`)).length;
    const repeats = sum(({ repeats: each }) => each);
    const share = quiet / Math.max(quietDays.length, 1);
    failed ||= repeats > 0 || share < 1 / 3;
    line(
      `${id}: ${of.length} digests, ${sum(({ meetings }) => meetings)} meetings, ${sum(({ statements }) => statements)} statements, ${repeats} again within ${repeatDays} days, ${quiet} of ${quietDays.length} days without news quiet (${Math.round(share * 100)} %)`,
    );
  }
  if (failed) process.exitCode = 1;
}

function line(text: string): void {
  process.stdout.write(`${text.trimEnd()}\n`);
}
