/** Whether the words around a name say that it is where something was held or went to: in Europe, visited Hawaii, 欧州で. */
export function isVenueBetween(before: string, after: string): boolean {
  return /\b(?:in|across|around|visit\w*) (?:the )?$/i.test(before) || /^(?:で|にて|内で)/.test(after);
}
