import { describe, expect, it } from 'vitest';
import { createNearness } from '../../src/retrieval/nearness.ts';

describe('words typed side by side', () => {
  it.each([
    ['nuclear sharing', 'talks on nuclear sharing', true],
    ['nuclear sharing', 'nuclear included, and pledged real-time missile warning sharing', false],
    ['rare earths', 'critical minerals and rare-earth supply', true],
    ['核共有', '核の共有を議論した', true],
    ['核共有', '核・ミサイル活動に深刻な懸念を共有した', false],
  ])('%s stand near each other in “%s”: %s', (terms, text, isNear) => {
    expect(createNearness(terms, `what about ${terms}`)(text)).toBe(isNear);
  });

  it('are told from words with others in between, which may stand anywhere', () => {
    const saysName = createNearness('drones deployment', 'drones and their deployment');
    expect(saysName('deployment of ships, and much later drones')).toBe(true);
  });

  it('joined by の must both stand in the text', () => {
    const saysName = createNearness('弾薬 生産', '弾薬の生産');
    expect(saysName('嘉手納弾薬庫地区の共同使用')).toBe(false);
    expect(saysName('生産を増やし、弾薬を備える')).toBe(true);
  });

  it('with a figure are one name, however they are joined', () => {
    const saysName = createNearness('PAC-3', 'PAC-3の話');
    expect(saysName('PAC-3 MSE')).toBe(true);
    expect(saysName('PAC3を増産する')).toBe(true);
    expect(saysName('3か国の協力')).toBe(false);
  });
});
