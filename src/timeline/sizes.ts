import type { Language } from '../text/language.ts';
import type { Level } from './palette.ts';

/**
 * Sizes in units of the drawing. A phone shows it 360 pixels wide and Discord within 550 × 350, so that no text is smaller than 22 units
 * (11 pixels at half size) and the drawing is no taller than `mostHeight`.
 */
export const SIZES = {
  width: 720,
  mostHeight: 640,
  /** Words beside the dots are for drawings that stay as wide as Discord's frame. */
  mostHeightWithWords: 470,
  margin: 20,
  /** Column of the lane names. */
  names: 142,
  font: 22,
  titleFont: 24,
  titleLine: 31,
  mostTitleLines: 3,
  /** Two lines above the lanes: the years, and the months or days. */
  axis: 58,
  footer: 42,
  /** Rows of numbers with or without words, and of dots alone. */
  row: 28,
  dotRow: 20,
  /** Rows of dots of which some have words. */
  wordRow: 25,
  lanePadding: 5,
  /** A number on its ground. */
  pill: 26,
  dot: 7,
  markedDot: 10,
} as const;

export const LEVELS: readonly Level[] = ['leaders', '2+2', 'ministers', 'officials', 'military', 'trilateral'];

export const laneNames: Readonly<Record<Language, Readonly<Record<Level, string>>>> = {
  ja: {
    leaders: '首脳',
    '2+2': '「2+2」',
    ministers: '閣僚',
    officials: '事務・次官',
    military: '幕僚・部隊',
    trilateral: '三か国以上',
  },
  en: {
    leaders: 'Leaders',
    '2+2': '“2+2”',
    ministers: 'Ministers',
    officials: 'Officials',
    military: 'Military',
    trilateral: 'Trilateral+',
  },
};
