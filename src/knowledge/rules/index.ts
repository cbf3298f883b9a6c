import type { ParsedRecords, PendingFault } from '../parse-records.ts';
import { checkActs } from './acts.ts';
import { checkAliases } from './aliases.ts';
import { checkDates } from './dates.ts';
import { checkEvidence } from './evidence.ts';
import { checkFrameworks } from './frameworks.ts';
import { checkOffices } from './offices.ts';
import { checkPlaces } from './places.ts';
import { checkPublication } from './publication.ts';
import { checkReferences } from './references.ts';
import { checkText } from './text.ts';
import { checkUrls } from './urls.ts';

/** One rule over all records together; what a schema cannot see in a record alone. */
export type Rule = (records: ParsedRecords) => readonly PendingFault[];

/** Every rule, over records that passed their schemas. */
export const checkRules: Rule = (records) =>
  [
    checkReferences,
    checkDates,
    checkOffices,
    checkFrameworks,
    checkPlaces,
    checkAliases,
    checkText,
    checkUrls,
    checkPublication,
    checkActs,
    checkEvidence,
  ].flatMap((rule) => rule(records));
