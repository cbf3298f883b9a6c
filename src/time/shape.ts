import { level } from '../text/level.ts';

/** Whether a time is a distance in figures: 3日前, 2週間後. */
export const isDistance = (text: string) => /^\d{1,2} ?(?:日|週間?|[かカケヶ]?月|年)[前後]/u.test(level(text));

/** Whether a text holds a date by the letter of its era: R7.3.30. */
export const hasEraDate = (text: string) => /(?<![A-Za-z0-9])[RHS]\d{1,2}[./-]\d/.test(text);

const HAS_YEAR = /\d{4}|年/u;
const HAS_MONTH = /\d\s*月|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;

/** Whether a text names a month, by its name or number. */
export const tellsMonth = (text: string) => HAS_MONTH.test(text);

/** A month by its name or number without its year; 先月 and "last month" name none. */
export const namesMonth = (text: string) => tellsMonth(text) && !HAS_YEAR.test(text);

/** Whether a text is two figures that a mark parts: 2-2, 10:00. */
export const holdsTwoFigures = (text: string) => /\d ?[-/:~] ?\d/.test(level(text));
