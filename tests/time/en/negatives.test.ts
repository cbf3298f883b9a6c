import { describe, expect, it } from 'vitest';
import { findTimes } from '../../../src/time/index.ts';
import { TODAY } from '../expression-table.ts';

describe('English text that names no time', () => {
  it.each([
    '2+2',
    'the 2+2 ministerial',
    'two-plus-two',
    'what may they discuss',
    'May I ask who met?',
    'may be',
    'it may have changed',
    'who may attend',
    'Who May attend the meeting?',
    'Theresa May',
    'Prime Minister May visited Japan',
    'they march on',
    'march toward peace',
    'the marching band',
    'Mar-a-Lago',
    'Jan Smith',
    'mar the relationship',
    'sun tzu',
    'the sun',
    'Sun and Sat are names',
    'sat down together',
    'Mon ami',
    'Article 5',
    'Article V',
    'AUKUS Pillar 2',
    'AUKUS Pillar II',
    'AMRAAM 120',
    'AIM-120',
    'F-35',
    '12 F-35s',
    'F-35Bs',
    'B-50s',
    '200 missiles',
    '2000 troops',
    '2,025',
    '2025%',
    '2025 people',
    '$2025',
    '¥2025',
    'v2025',
    'No. 2023',
    'Resolution 1973',
    'resolution 1874',
    'UNSCR 1874',
    'page 1950',
    'room 2015',
    'SM-6 Block IA',
    'III-2-1-1',
    'Figure 1-2',
    'DDG-1000',
    'top 5',
    '5 meetings',
    '3 countries',
    'three countries',
    'first meeting',
    'second Trump term',
    'the third time',
    'fall of the government',
    'spring into action',
    'in summary',
    '24/7',
    '3/4 of members',
    'half of the members',
    'quarterly',
    'the last meeting',
    'last 2+2',
    'the next summit',
    'latest consultation',
    'the present system',
    'up to date',
    'now what',
    'date and place',
    'Marshall Islands',
    'Augustine',
    'decision',
    'daily digest',
    'weekly meeting',
    'years of cooperation',
    'a few years ago',
    'ever',
    'diplomat.today',
    'https://www.state.gov/2024/07/28/statement-2024-07-28',
    '',
    '???',
  ])('%s', (text) => {
    expect(findTimes(text, { today: TODAY })).toEqual([]);
  });

  it('leaves the numbers and verbs beside a date alone', () => {
    const found = (text: string): string[] => findTimes(text, { today: TODAY }).map((mention) => mention.text);
    expect(found('they may meet in May')).toEqual(['May']);
    expect(found('Article 5 in March 2025')).toEqual(['March 2025']);
    expect(found('2+2 March 2025')).toEqual(['March 2025']);
    expect(found('in 2025 may they discuss it')).toEqual(['2025']);
    expect(found('Resolution 1874 in 2025')).toEqual(['2025']);
    expect(found('the statement from July 2024')).toEqual(['July 2024']);
    expect(found('what came from the April 2024 summit')).toEqual(['April 2024']);
    expect(found('key points of what came from the Feb 2025 Ishiba–Trump talks')).toEqual(['Feb 2025']);
    expect(found('12 F-35s in 2025')).toEqual(['2025']);
  });
});
