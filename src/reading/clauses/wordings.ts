import { z } from 'zod';
import { tableOf } from '../patterns.ts';

const Phrases = z.array(z.string());
const Reports = z.strictObject({
  en: z.strictObject({ tells: Phrases, speakers: Phrases, joins: Phrases, passives: Phrases }),
  ja: z.strictObject({
    heard: Phrases,
    noticed: Phrases,
    said: Phrases,
    others: Phrases,
    heads: Phrases,
    somebody: Phrases,
    particles: Phrases,
    closes: Phrases,
    hearsay: Phrases,
    reasons: Phrases,
    vague: Phrases,
    runs: Phrases,
    'goes-on': Phrases,
  }),
});
/** How claims are told, and how clauses end that ask nothing: `tables/reports.yaml`. */
export const reports = tableOf('reports', Reports);
