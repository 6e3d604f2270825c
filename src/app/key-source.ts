import { fixedKeys, KeyFile } from '../shared/sealing/key-file';
import { KeyRing } from '../shared/sealing/key-ring';
import type { Config } from '../config';
import type { TurningKeys } from './key-rotation';

/** The keys of the service: those of the environment, else those of the file, which is made at the first start. */
export function openKeyRing({ keys }: Pick<Config, 'keys'>): KeyRing {
  return new KeyRing(keys.fixed === undefined ? new KeyFile(keys.file).source : fixedKeys(keys.fixed));
}

/** The keys as an operator turns them; null where the environment fixes them. */
export function turningKeys({ keys }: Pick<Config, 'keys'>): TurningKeys {
  return keys.fixed === undefined ? new KeyFile(keys.file) : null;
}
