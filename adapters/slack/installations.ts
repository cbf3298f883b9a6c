import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import { KyogiError } from '../../src/errors.ts';
import type { Store } from '../../src/store/index.ts';

const FORMAT = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Encrypts texts at rest with AES-256-GCM. `id` is bound in, so that one row's blob cannot stand in for another's. */
export type Sealer = {
  seal(id: string, text: string): string;
  /** @throws KyogiError `store` when the blob was made with another key, for another id, or changed. */
  open(id: string, blob: string): string;
};

/** Derives the key by HKDF-SHA-256: ENCRYPTION_KEY is random already, so a slow derivation would add nothing. */
export function createSealer(encryptionKey: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', encryptionKey, 'kyogi', 'slack-installations', KEY_BYTES));
  return {
    seal(id, text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(id));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${FORMAT}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
    },
    open(id, blob) {
      try {
        const [format, body = ''] = blob.split('.');
        if (format !== FORMAT) throw new Error(`unknown format ${format}`);
        const bytes = Buffer.from(body, 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
          .setAAD(Buffer.from(id))
          .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        return `${decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8')}${decipher.final('utf8')}`;
      } catch (cause) {
        throw new KyogiError(
          'store',
          `The Slack installation of ${id} cannot be decrypted — set the ENCRYPTION_KEY it was saved with, or install the app again.`,
          { cause },
        );
      }
    },
  };
}

/** No installation is kept of a workspace: it never installed the app, or removed it. */
export class NotInstalled extends KyogiError {
  constructor(workspace: string) {
    super('platform', `The app is not installed in Slack workspace ${workspace} — install it at /slack/install.`);
  }
}

export type Installations = InstallationStore & {
  /** Removes what is kept of a workspace or organisation. */
  forget(id: string): Promise<void>;
};

/** Bolt's installation store over ours. An org install is kept under its enterprise id and serves all its workspaces. */
export function createInstallations(options: {
  store: Pick<Store, 'saveInstallation' | 'loadInstallation' | 'removeInstallation'>;
  sealer: Sealer;
  clock: () => Temporal.Instant;
}): Installations {
  const { store, sealer, clock } = options;

  async function load(id: string | undefined): Promise<Installation | undefined> {
    const blob = id === undefined ? undefined : await store.loadInstallation(id);
    // Written by `storeInstallation` below, and authenticated.
    return id === undefined || blob === undefined ? undefined : (JSON.parse(sealer.open(id, blob)) as Installation);
  }

  return {
    async storeInstallation(installation) {
      const id = installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id;
      if (id === undefined)
        throw new KyogiError('platform', 'Slack sent an installation with neither team nor enterprise.');
      await store.saveInstallation(id, sealer.seal(id, JSON.stringify(installation)), clock().epochMilliseconds);
    },

    async fetchInstallation(query: InstallationQuery<boolean>) {
      const own = query.isEnterpriseInstall ? undefined : await load(query.teamId);
      const found = own ?? (await load(query.enterpriseId));
      if (found === undefined) throw new NotInstalled(query.teamId ?? query.enterpriseId ?? 'unknown');
      return found;
    },

    async deleteInstallation(query) {
      const id = query.isEnterpriseInstall ? query.enterpriseId : query.teamId;
      if (id !== undefined) await store.removeInstallation(id);
    },

    forget: (id) => store.removeInstallation(id),
  };
}
