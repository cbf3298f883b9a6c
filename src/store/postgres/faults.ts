import type { KyogiError } from '../../errors.ts';
import { withoutPassword } from '../address.ts';
import { asStoreFault, faultWith } from '../fault.ts';

type Meaning = readonly [what: string, fix: string];

const unanswered: Meaning = ['nothing answers there', 'check host and port in DATABASE_URL, and the firewall between'];
const refused: Meaning = [
  'nothing accepts connections there',
  'start the PostgreSQL server, and check host and port in DATABASE_URL',
];
const ended: Meaning = [
  'the connection was ended',
  "check in DATABASE_URL that host and port are PostgreSQL's, and look at the server's log",
];
const nameless: Meaning = ['its host name is not known', 'check the host in DATABASE_URL, and the name service'];
const untrusted: Meaning = [
  'no authority that is known here signed its certificate',
  "add sslrootcert=FILE, the authority's certificate, to DATABASE_URL",
];
const full: Meaning = ['it has no room left', 'make room on its disk'];
const upgrading: Meaning = [
  'another process kept it locked for too long',
  'let the other process finish its upgrade, and start again',
];
const privileges: Meaning = [
  'the role may not make tables or write there',
  'make the role the owner of the database (alter database … owner to …), or grant it create and usage on the schema',
];

/** What a PostgreSQL server, a pooler before it or the way to them may say at the start, by code. See docs/operating.md. */
const byCode: Readonly<Record<string, Meaning>> = {
  ECONNREFUSED: refused,
  ECONNRESET: ended,
  EPIPE: ended,
  ETIMEDOUT: unanswered,
  EHOSTUNREACH: unanswered,
  ENETUNREACH: unanswered,
  ENOTFOUND: nameless,
  EAI_AGAIN: nameless,
  ENOENT: [
    'there is no such socket',
    'start the PostgreSQL server, and check the folder of its socket in DATABASE_URL',
  ],
  EACCES: ['its socket is not for this user', 'let this user into the folder of the socket, or connect over TCP'],
  '57P03': ['the server is starting or stopping', 'try again in a moment'],
  '28P01': [
    'user or password is wrong',
    'check both in DATABASE_URL; their special characters must be percent-encoded (docs/operating.md)',
  ],
  '28000': [
    'the server does not let this user in from here',
    'make the role, or allow it in pg_hba.conf; where the server demands TLS, add sslmode=verify-full to DATABASE_URL',
  ],
  '3D000': [
    'there is no database of that name',
    'check the name in DATABASE_URL, or make it: create database kyogi owner kyogi',
  ],
  '3F000': [
    'the schema that its search_path names is not there',
    'create the schema, or take search_path out of DATABASE_URL or the role',
  ],
  '42501': privileges,
  '25006': ['it takes no writes', 'name the primary server in DATABASE_URL, not a replica'],
  '53300': ['it has no connection left', "raise the server's max_connections, or put a pooler between"],
  '53100': full,
  '53200': full,
  '55P03': upgrading,
  '57014': upgrading,
  '08P01': [
    'the server or the pooler before it refuses the connection as it was asked for',
    'check database and user in DATABASE_URL, which a pooler must know too; take options out of DATABASE_URL and set them for the role (alter role … set …)',
  ],
  '0A000': [
    'the pooler before it does not support what was asked for',
    'take options out of DATABASE_URL and set them for the role (alter role … set …)',
  ],
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'its certificate is for another host name',
    'use in DATABASE_URL the host name that the certificate names',
  ],
  CERT_HAS_EXPIRED: ['its certificate has expired', "renew the server's certificate, and check this machine's clock"],
  CERT_NOT_YET_VALID: ['its certificate is not valid yet', "check this machine's clock"],
};

/** What pg itself says, which has no code. */
const byMessage: readonly (readonly [says: string, meaning: Meaning])[] = [
  [
    'The server does not support SSL connections',
    ['it offers no TLS', 'take sslmode out of DATABASE_URL, or switch TLS on at the server'],
  ],
  ['SASL:', ['it asks for a password that fits', 'set the password of the role in DATABASE_URL']],
  ['timeout exceeded when trying to connect', unanswered],
  ['Connection terminated due to connection timeout', unanswered],
  ['Connection terminated unexpectedly', ended],
  ['Query read timeout', unanswered],
];

/**
 * Why a PostgreSQL database could not be made ready, each reason with its fix. The error stays the cause.
 * @param databaseUrl readable, as `checkAddress` found it; of it host, port and database are shown.
 */
export function postgresFault(error: unknown, databaseUrl: string): KyogiError {
  const about = `The database ${withoutPassword(databaseUrl)} could not be made ready`;
  const [code, message] = innermost(error);
  const meaning =
    (code === undefined ? undefined : byCode[code]) ?? byMessage.find(([says]) => message.startsWith(says))?.[1];
  if (meaning === undefined) {
    return asStoreFault(error, about, "look at the server's log, and check DATABASE_URL");
  }
  const [what, fix] = meaning;
  return faultWith(error, `${about}: ${what}${detail(code, message)}`, fix);
}

/** The code, and what the server said beyond it where that names something: a setting, a role, a schema. */
function detail(code: string | undefined, message: string): string {
  if (code === undefined) return '';
  return /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E') ? ` (${code}: ${message})` : ` (${code})`;
}

/** Code and message of the error that began it: several addresses of one host fail as one AggregateError. */
function innermost(error: unknown): [code: string | undefined, message: string] {
  if (error instanceof AggregateError && error.errors.length > 0) return innermost(error.errors[0]);
  if (!(error instanceof Error)) return [undefined, String(error)];
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined && error.cause instanceof Error) {
    const [inner] = innermost(error.cause);
    if (inner !== undefined) return [inner, error.message];
  }
  return [code, error.message];
}
