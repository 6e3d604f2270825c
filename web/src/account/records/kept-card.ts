/** What of a card is kept: everything that stands on it, never the token and its picture, which end anyway. */
export interface KeptCard {
  /** The code of the holder. */
  readonly bhxhCode: string;
  readonly fullName: string;
  readonly dateOfBirth: string;
  readonly sex: 'FEMALE' | 'MALE';
  readonly number: string;
  readonly objectCode: string;
  readonly benefitLevel: number;
  readonly coveragePercent: number | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly fiveYearsFrom: string | null;
  readonly registeredClinic: { readonly code: string; readonly name: string; readonly address: string | null } | null;
  /** When it was shown last, milliseconds since 1970. */
  readonly keptAt: number;
}

const databaseName = 'health-card';
const cards = 'cards';
const choices = 'choices';
const ownKey = 'own';
const choiceKey = 'keep';

/** Counts how often everything was forgotten: a card that was on its way to be kept then is not kept any more. */
let forgotten = 0;

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(cards);
      request.result.createObjectStore(choices);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The device keeps nothing.'));
    request.onblocked = () => reject(new Error('The device keeps nothing.'));
  });
}

/** Does one thing with the device's memory; `otherwise` is the answer where the browser keeps nothing. */
async function inStore<Result, Otherwise>(
  name: typeof cards | typeof choices,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
  otherwise: Otherwise,
): Promise<Result | Otherwise> {
  try {
    const database = await openDatabase();
    try {
      return await new Promise<Result>((resolve, reject) => {
        const transaction = database.transaction(name, mode);
        const request = work(transaction.objectStore(name));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = () => reject(transaction.error ?? new Error('The device keeps nothing.'));
        transaction.onabort = transaction.onerror;
      });
    } finally {
      database.close();
    }
  } catch {
    // A full device or a private window only means that nothing is kept.
    return otherwise;
  }
}

/** Whether the person wants cards kept on this device; a no holds for everyone who uses this browser. */
export async function wantsCardKept(): Promise<boolean> {
  return (await inStore(choices, 'readonly', (store): IDBRequest<unknown> => store.get(choiceKey), undefined)) !== 'no';
}

/** Sets the wish; with a no, what is kept goes at once. */
export async function chooseCardKept(wanted: boolean): Promise<void> {
  await inStore(choices, 'readwrite', (store) => store.put(wanted ? 'yes' : 'no', choiceKey), null);
  if (!wanted) await forgetKeptCard();
}

/**
 * Keeps the own card for times without a network, unless the person does not want that. False when it is not kept.
 */
export async function keepCard(card: KeptCard): Promise<boolean> {
  const before = forgotten;
  if (!(await wantsCardKept()) || forgotten !== before) return false;
  return (await inStore(cards, 'readwrite', (store) => store.put(card, ownKey), null)) !== null;
}

/** The card kept on this device, or null. */
export async function keptCard(): Promise<KeptCard | null> {
  const read = (store: IDBObjectStore): IDBRequest<unknown> => store.get(ownKey);
  return ((await inStore(cards, 'readonly', read, undefined)) as KeptCard | undefined) ?? null;
}

/** Forgets every card that this device keeps: at sign-out, when a session ends, and before someone else signs in. */
export async function forgetKeptCard(): Promise<void> {
  forgotten += 1;
  await inStore(cards, 'readwrite', (store) => store.clear(), undefined);
}
