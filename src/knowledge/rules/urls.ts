import type { PendingFault } from '../parse-records.ts';
import type { Rule } from './index.ts';

/** Every address can be opened by anyone, and one page is one source. */
export const checkUrls: Rule = ({ consultations, collections }) => {
  const faults: PendingFault[] = [];
  const owners = new Map<string, string>();
  for (const { value, file, path } of collections.sources) {
    const place = { file, path: [...path, 'url'] };
    const wrong = urlFault(value.url);
    if (wrong !== null) faults.push({ ...place, ...wrong, severity: 'error' });
    const owner = owners.get(value.url);
    if (owner !== undefined) {
      faults.push({
        ...place,
        message: `"${value.id}" has the address of "${owner}"`,
        fix: 'keep one of the two and refer to it',
        severity: 'error',
      });
    }
    owners.set(value.url, value.id);
  }
  for (const { value, file } of consultations) {
    for (const [at, { url }] of value.documents.entries()) {
      const wrong = urlFault(url);
      if (wrong !== null) faults.push({ file, path: ['documents', at, 'url'], ...wrong, severity: 'error' });
    }
  }
  for (const { value, file, path } of collections.documents) {
    const wrong = value.url === undefined ? null : urlFault(value.url);
    if (wrong !== null) faults.push({ file, path: [...path, 'url'], ...wrong, severity: 'error' });
  }
  return faults;
};

function urlFault(text: string): { message: string; fix: string } | null {
  const url = URL.parse(text);
  if (url === null) return { message: `address "${text}" cannot be read`, fix: 'give a full http(s) address' };
  if (url.username !== '' || url.password !== '') {
    return { message: `address "${text}" carries a user name or password`, fix: 'take it out' };
  }
  if (/\s/.test(text)) return { message: `address "${text}" holds a space`, fix: 'write it as %20, or take it out' };
  // A public page has a public host: a dotted name that is neither a bare number nor this machine.
  if (!/\.[a-z][a-z0-9-]+$/i.test(url.hostname) || url.hostname.endsWith('.local')) {
    return { message: `address "${text}" is not on the public web`, fix: 'give the page that a reader can open' };
  }
  return null;
}
