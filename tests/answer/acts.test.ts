import { describe, expect, it } from 'vitest';
import { scope as inEnglish } from '../../src/answer/phrases/scope-en.ts';
import { scope as inJapanese } from '../../src/answer/phrases/scope-ja.ts';
import { Acts } from '../../src/knowledge/schema.ts';

const BLANK = {
  period: null,
  otherPeriod: null,
  frameworks: [],
  levels: [],
  fields: [],
  members: [],
  formats: [],
  otherFormats: false,
  carried: false,
  others: false,
} as const;
const TOPIC = { role: 'topic', names: ['X'], any: false, negated: false } as const;

/** By act: a meeting with it, and one with it on X, in both languages. */
const SAID: Readonly<Record<string, readonly [string, string, string, string]>> = {
  agreed: ['合意があった協議', 'Xについて合意した協議', 'with an agreement', 'with an agreement on X'],
  confirmed: ['確認があった協議', 'Xについて確認した協議', 'with a confirmation', 'with a confirmation on X'],
  reaffirmed: ['再確認があった協議', 'Xについて再確認した協議', 'with a reaffirmation', 'with a reaffirmation on X'],
  welcomed: ['歓迎があった協議', 'Xを歓迎した協議', 'with a welcome', 'with a welcome on X'],
  instructed: ['指示があった協議', 'Xについて指示した協議', 'with an instruction', 'with an instruction on X'],
  announced: ['発表があった協議', 'Xについて発表した協議', 'with an announcement', 'with an announcement on X'],
  discussed: ['議論があった協議', 'Xについて議論した協議', 'with a discussion', 'with a discussion of X'],
  stated: ['表明があった協議', 'Xについて表明した協議', 'with a statement', 'with a statement on X'],
  signed: ['署名があった協議', 'Xに署名した協議', 'with a signing', 'with a signing on X'],
  condemned: ['非難があった協議', 'Xを非難した協議', 'with a condemnation', 'condemning X'],
  concerned: ['懸念の表明があった協議', 'Xに懸念を表明した協議', 'voicing concern', 'voicing concern over X'],
  protested: ['抗議があった協議', 'Xに抗議した協議', 'with a protest', 'protesting X'],
  condoled: ['弔意の表明があった協議', 'Xに弔意を表明した協議', 'offering condolences', 'offering condolences over X'],
};

describe('an act among what is asked of meetings', () => {
  it('is put into words whichever it is', () => {
    expect(Acts.filter((act) => SAID[act] === undefined)).toEqual([]);
  });

  it.each(Object.entries(SAID))('is said in whole words, alone and on a topic: %s', (act, said) => {
    const alone = { ...BLANK, act, clauses: [] };
    const onTopic = { ...BLANK, act, clauses: [TOPIC] };
    const all = [inJapanese(alone), inJapanese(onTopic), inEnglish(alone, 2), inEnglish(onTopic, 2)];
    expect(all).toEqual([said[0], said[1], `consultations ${said[2]}`, `consultations ${said[3]}`]);
  });
});
