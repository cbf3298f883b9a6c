import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Reading } from '../interpret.ts';
import type { Intent, Question } from '../question.ts';

/** What a question names. */
export type Subject = Pick<
  Question,
  'people' | 'frameworks' | 'topics' | 'documents' | 'offices' | 'places' | 'countries' | 'formats' | 'levels'
>;

/** Whether a definition answers, though the wording asks what, when or which: what is in a document, when it was made, what a kind of meeting is. */
export function asksToExplain(wanted: Intent, reading: Reading, subject: Subject, lexicon: Lexicon): boolean {
  if (wanted === 'when') return asksWhenDocumentWasMade(reading, subject, lexicon);
  return (
    (wanted === 'what' && asksWhatDocumentHolds(reading, subject)) ||
    ((wanted === 'what' || wanted === 'list') && asksWhatKindIs(reading, subject))
  );
}

/** "What do the guidelines cover", 「ガイドラインは何を定めているか」 ask what is in a document, and not what was said of it. */
function asksWhatDocumentHolds({ masked }: Reading, subject: Subject): boolean {
  const { documents, people, frameworks, topics } = subject;
  return documents.length > 0 && people.length + frameworks.length + topics.length === 0 && HOLDS.test(masked);
}

/** "What is the Maritime Dialogue with the Philippines?", 「日米合同委員会とは何を話し合う場ですか」. */
function asksWhatKindIs({ masked }: Reading, { frameworks, people, topics, documents }: Subject): boolean {
  return (
    frameworks.length > 0 &&
    people.length + topics.length + documents.length === 0 &&
    /^\W*what(?:'s| is| are) (?:the |an? )?F\b(?! (?:about|on|in X|of X))|^\W*Fとは(?:何|どん|どう)|^\W*F(?:って)(?:何|なん|どんな)/.test(
      masked,
    )
  );
}

/** "When was the security treaty signed?": a document has its own day. */
function asksWhenDocumentWasMade({ masked, cues }: Reading, subject: Subject, { knowledge }: Lexicon): boolean {
  const { documents, people, frameworks, topics, offices } = subject;
  const [document] = documents;
  return (
    document !== undefined &&
    documents.length === 1 &&
    people.length + frameworks.length + topics.length + offices.length === 0 &&
    cues.order === null &&
    knowledge.documents.get(document)?.date !== undefined &&
    /\b(?:signed|concluded|adopted|issued|announced|made|drawn up|published|enter(?:ed)? into force)\b|署名|締結|策定|発表|でき|結ば|作ら|制定|公表/.test(
      masked,
    )
  );
}

const HOLDS =
  /\bwhat(?:'s| is| are|s) in\b|\bwhat (?:do|does|did) .{0,40}\b(?:cover|contain|say|provide|stipulate|require|commit|set out|lay (?:out|down)|call for)\b|\bcontents? of\b|(?:何|なに|どんなこと|どのようなこと)(?:を|が|と|について)?.{0,4}(?:定め|規定|書|記|含|盛り込)|(?:内容|中身|条文)(?:は|を|って|[?？。\s]*$)/;
