/**
 * Discord's limits, in UTF-16 code units where they count characters. Each line's page is under
 * https://docs.discord.com/developers/ and every payload we make stays within them.
 */
export const LIMITS = {
  /** resources/message#create-message */
  content: 2_000,
  embeds: 10,
  /** All embeds of a message together. resources/message#embed-object-embed-limits */
  embedTotal: 6_000,
  embedTitle: 256,
  embedDescription: 4_096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1_024,
  embedFooter: 2_048,
  embedAuthor: 256,
  /** resources/message#create-message: nonce */
  nonce: 25,
  /** resources/message#attachment-object: description */
  altText: 1_024,
  /** components/reference */
  rows: 5,
  buttonsInRow: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  customId: 100,
  selectOptions: 25,
  selectLabel: 100,
  selectValue: 100,
  selectPlaceholder: 150,
  modalTitle: 45,
  labelText: 45,
  labelDescription: 100,
  textInput: 4_000,
  /** interactions/application-commands */
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** Milliseconds until a first response must have arrived. interactions/receiving-and-responding */
  firstResponseMs: 3_000,
} as const;

/** Cuts a label, never an answer: labels name what opens in full. Never splits a surrogate pair. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const last = cut.charCodeAt(cut.length - 1);
  return `${last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut}…`;
}
