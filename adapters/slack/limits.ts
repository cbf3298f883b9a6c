/**
 * Every Slack limit this adapter keeps to, in one table. Characters are UTF-16 code units.
 * Blocks: https://docs.slack.dev/reference/block-kit/blocks and the types of @slack/types (`block-kit/*.ts`).
 */
export const LIMITS = {
  /** https://docs.slack.dev/reference/block-kit/blocks */
  blocksPerMessage: 50,
  blocksPerView: 100,
  /**
   * All text of one message together. Slack documents no sum; posts were refused (`msg_blocks_too_long`) from about 13,200:
   * https://github.com/slackapi/bolt-js/issues/2509
   */
  messageCharacters: 12_000,
  /** `text` beside blocks: https://docs.slack.dev/reference/methods/chat.postMessage */
  fallbackText: 4_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/section-block */
  sectionText: 3_000,
  fieldText: 2_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  headerText: 150,
  /** https://docs.slack.dev/reference/block-kit/blocks/context-block */
  /** Text of a confirmation. */
  confirm: 300,
  contextElements: 10,
  contextText: 2_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  actionElements: 25,
  /** https://docs.slack.dev/reference/block-kit/blocks/context-actions-block */
  contextActionElements: 5,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonText: 75,
  buttonValue: 2_000,
  buttonUrl: 3_000,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
  options: 100,
  /** https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element */
  overflowOptions: 5,
  optionText: 75,
  optionValue: 150,
  placeholder: 150,
  actionId: 255,
  blockId: 255,
  /** https://docs.slack.dev/reference/block-kit/blocks/image-block */
  altText: 2_000,
  imageTitle: 2_000,
  /** https://docs.slack.dev/reference/views */
  viewTitle: 24,
  privateMetadata: 3_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/input-block */
  inputLabel: 2_000,
  /** https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
  suggestedPrompts: 4,
  /** https://docs.slack.dev/interactivity/handling-user-interaction: uses of one `response_url`, and how long it lives. */
  responseUrlUses: 5,
  responseUrlMs: 30 * 60_000,
  /** https://docs.slack.dev/apis/web-api/rate-limits: about one message a second in a channel. */
  channelIntervalMs: 1_000,
} as const;

/** Our own measure, inside Slack's: how much of a text goes into one rich_text element. */
export const PIECE_CHARACTERS = 2_000;
/** Longer addresses are linked once, from the list of sources, and not again at each [n]. */
export const MARKER_URL_CHARACTERS = 400;
/** Plain-text messages that stand in for refused blocks. */
export const PLAIN_CHARACTERS = 3_500;
