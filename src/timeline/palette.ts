import type { TimelineItem } from '../answer/answer.ts';

export type Level = TimelineItem['level'];
export type Theme = 'light' | 'dark';
export type Palette = {
  readonly paper: string;
  readonly band: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly year: string;
  /** Numbers on a lane's colour. */
  readonly onLane: string;
  readonly lanes: Readonly<Record<Level, string>>;
};

/**
 * Ink on paper of its own, so that a picture reads alike in dark and light clients; whoever sees it is not known when it is
 * drawn. Each pair passes 4.5:1.
 */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: '#fbfaf7',
    band: '#f0ede5',
    ink: '#1f2430',
    soft: '#565d6b',
    line: '#d9d5ca',
    year: '#a8a08d',
    onLane: '#ffffff',
    lanes: {
      leaders: '#b3261e',
      '2+2': '#7a3e9d',
      ministers: '#1f5fa8',
      officials: '#2f6b3a',
      military: '#8a5a00',
      trilateral: '#0b6e75',
    },
  },
  dark: {
    paper: '#1e2126',
    band: '#272b32',
    ink: '#f1f2f4',
    soft: '#b3bac6',
    line: '#3b414b',
    year: '#6b7482',
    onLane: '#14161a',
    lanes: {
      leaders: '#f28b82',
      '2+2': '#d0a5ec',
      ministers: '#8ab8f2',
      officials: '#8fd19c',
      military: '#e3b45c',
      trilateral: '#6fd0d6',
    },
  },
};
