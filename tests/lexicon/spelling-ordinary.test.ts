import { describe, expect, it } from 'vitest';
import { tellOf } from './spelling-fixture.ts';

const ENGLISH =
  'cooking weather bread recipe guitar football basketball tennis swimming pizza hamburger chocolate coffee tea whisky garden flower butterfly elephant giraffe penguin mountain river ocean beach sunset rainbow thunder lightning snowman christmas birthday wedding marriage divorce kitchen bedroom bathroom furniture carpet curtain window ceiling bicycle motorcycle automobile airplane helicopter submarine rocket satellite telescope microscope chemistry biology physics mathematics algebra geometry calculus literature poetry novel fiction fantasy mystery romance comedy tragedy theatre cinema orchestra symphony violin trumpet piano drums saxophone painting sculpture photography fashion jewelry diamond silver copper bronze plastic rubber leather cotton silk wool doctor nurse dentist surgeon hospital medicine vaccine headache fever cough allergy diet vitamin protein exercise yoga running marathon hiking camping fishing hunting sailing surfing skiing skating karate judo chess poker casino lottery gambling holiday vacation passport luggage airport railway station ticket hotel hostel museum gallery library bookstore supermarket grocery bakery butcher restaurant cafeteria sandwich noodle sushi ramen tempura curry salad soup steak chicken turkey lobster shrimp salmon tuna oyster apple banana orange grape cherry peach lemon melon pepper onion garlic potato tomato carrot cabbage lettuce spinach mushroom butter cheese yogurt cream sugar honey vinegar mustard ketchup kitten puppy hamster rabbit parrot goldfish turtle lizard snake spider beetle mosquito dolphin whale shark octopus jellyfish computer keyboard monitor printer laptop tablet smartphone internet website browser password software hardware algorithm database programming javascript python robot drone battery charger bluetooth television radio newspaper magazine podcast youtube instagram facebook twitter tiktok netflix spotify amazon google microsoft nintendo playstation minecraft pokemon batman superman spiderman gardening knitting sewing pottery carpentry plumbing electrician engineer architect lawyer judge teacher professor student kindergarten university homework scholarship tuition salary pension mortgage insurance inflation dividend bitcoin cryptocurrency startup entrepreneur vegan gluten allergies sunscreen umbrella raincoat sneakers sandals pajamas necktie scarf mitten water person either really walter holmes hearing treaty'.split(
    ' ',
  );
const JAPANESE =
  'ストレス クリスマス サッカー テニス ゴルフ ラーメン カレー パスタ ハンバーガー コーヒー ビール ケーキ チョコレート サンドイッチ レシピ スーパー コンビニ デパート レストラン カフェ エレベーター トイレ ベッド カーテン タオル スカート ネクタイ スマホ パソコン キーボード プリンター カメラ ラジオ ギター ピアノ コンサート アニメ マンガ ゲーム ブログ メール アプリ パスワード ロボット ドローン エンジン タイヤ ガソリン タクシー パスポート ツアー プール ライオン ペンギン イルカ サラダ スープ レモン バナナ マスク ワクチン アレルギー ビタミン スポーツ オリンピック マラソン ハリウッド トヨタ ホンダ モスクワ ベルリン シカゴ 天気 料理 野球 音楽 旅行 温泉 紅葉 電車 新幹線 自転車 病院 学校 大学 宿題 会社 給料 年金 税金 銀行 株価 消費税 国会 選挙 野党 自民党 法務大臣 総務大臣 環境大臣 財務省 警察庁 裁判所 知事 大阪 京都 名古屋 札幌 北海道 富士山 地震 台風 火山 消防 交通 裁判 弁護士 結婚 育児 介護 神社 花火 正月 誕生日 竹島 硫黄島 石垣島 経済成長 安全運転 個人情報 共同体 外交官 水道水 水道管 水道局 国務院 米国産 日本製 中国製 汚染源 汚染土 駐留軍 海軍 海運 基準 防災省 拉致被害 官房副長官 事務次官'.split(
    ' ',
  );

/** Words read as something of the record. */
const taken = (words: readonly string[], question: (word: string) => string) =>
  words.filter((word) => tellOf(question(word)) !== undefined);

describe('ordinary words', () => {
  it('are no names in English questions', () => {
    expect(taken(ENGLISH, (word) => `what is the best ${word} for my family`)).toEqual([]);
  });

  it('are no names in questions about the record', () => {
    expect(taken(ENGLISH, (word) => `was ${word} discussed at the summit in 2024?`)).toEqual([]);
  });

  it('are no names in Japanese questions', () => {
    expect(taken(JAPANESE, (word) => `${word}について首脳会談で何を話した？`)).toEqual([]);
  });
});
