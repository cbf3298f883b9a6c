import { describe, expect, test } from 'vitest';
import { explainPolitely, toPolite } from '../../src/answer/polite.ts';

describe('a record’s sentence is put into です・ます', () => {
  test.each([
    ['緊密に連携することで一致した。', '緊密に連携することで一致しました。'],
    ['重要性を強調し、支持を得た。', '重要性を強調し、支持を得ました。'],
    ['対応を話し合った。', '対応を話し合いました。'],
    ['声明に盛り込んだ。', '声明に盛り込みました。'],
    ['責務を引き継いだ。', '責務を引き継ぎました。'],
    ['会合を開いた。', '会合を開きました。'],
    ['公表されていない。', '公表されていません。'],
    ['日程は決まらなかった。', '日程は決まりませんでした。'],
    ['合意には触れなかった。', '合意には触れませんでした。'],
    ['変更はなかった。', '変更はありませんでした。'],
    ['同盟の基礎である。', '同盟の基礎です。'],
    ['初の会談だった。', '初の会談でした。'],
    ['区分を新設する。', '区分を新設します。'],
    ['交渉を続ける。', '交渉を続けます。'],
    ['実施を図る。', '実施を図ります。'],
    ['訓練を行う。', '訓練を行います。'],
    ['立場を持った。', '立場を持ちました。'],
    ['文書を送った。', '文書を送りました。'],
    ['両国を結んだ。', '両国を結びました。'],
    ['意見を交わした(時事)。', '意見を交わしました(時事)。'],
  ])('%s', (plain, polite) => {
    expect(toPolite(plain)).toBe(polite);
  });

  test('every sentence of several is put so', () => {
    expect(toPolite('協定に署名した。総額は年平均で定める。')).toBe('協定に署名しました。総額は年平均で定めます。');
  });

  test('a quotation inside a sentence stays as it was said', () => {
    expect(toPolite('「同盟は揺るがない。」と述べた。')).toBe('「同盟は揺るがない。」と述べました。');
  });

  test('what is polite already, and an ending that no rule knows, stay untouched', () => {
    expect(toPolite('正式な会談ではありません。')).toBe('正式な会談ではありません。');
    expect(toPolite('両国の首脳の会談。')).toBe('両国の首脳の会談。');
    expect(toPolite('')).toBe('');
  });
});

describe('an explanation may end in a noun', () => {
  test.each([
    ['両国の首脳の会談。', '両国の首脳の会談です。'],
    ['現地の日付。日本では2月24日。', '現地の日付です。日本では2月24日です。'],
    ['取組を速めるとしたもの。', '取組を速めるとしたものです。'],
    ['同盟の基礎である。', '同盟の基礎です。'],
    ['日付は発表による。', '日付は発表によるものです。'],
    ['オースティン長官とは10日（現地の日付）。', 'オースティン長官とは10日（現地の日付）です。'],
    ['意見を交わした（時事）。', '意見を交わしました（時事）。'],
  ])('%s', (plain, polite) => {
    expect(explainPolitely(plain)).toBe(polite);
  });
});

describe('counted things', () => {
  test('are nouns, not verbs in つ', () => {
    expect(toPolite('政策協議の一つ。')).toBe('政策協議の一つです。');
  });
});
