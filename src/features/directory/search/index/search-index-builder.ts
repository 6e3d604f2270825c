import { type SearchDocument } from '../search-engine.types';
import { NameRole, type PackedLists, type PackedSearchIndex } from './packed-index.types';
import { buildCommonBitsets } from './packing';
import { buildCodeBlocks } from './codes';
import { buildDeletions } from './similar-words';
import { MOST_WITH_BIGRAMS, packFoldedNames, bigramsOfNames, weighWords } from './name-tables';
import { GrowableNumbers, invert, packStrings, StringPacker } from './packing';
import { PairCounter } from './packing';
import { readName, VocabularyBuilder } from './vocabulary';

const ORDINAL_ROOM = 2 ** 24;

/** Builds the index of one kind. Documents come in the order of their codes; made to run in a worker. */
export class SearchIndexBuilder {
  private readonly vocabulary = new VocabularyBuilder();
  private readonly codes = new StringPacker();
  private readonly names = new StringPacker();
  private readonly unitNumbers = new Map<string, number>();
  private readonly units = new GrowableNumbers();
  private readonly listingNames = new GrowableNumbers();
  private readonly nameRoles = new GrowableNumbers();
  private readonly nameStarts = new GrowableNumbers();
  private readonly nameItems = new GrowableNumbers();
  private readonly addressStarts = new GrowableNumbers();
  private readonly addressItems = new GrowableNumbers();

  add(document: SearchDocument): void {
    this.codes.push(document.code);
    this.names.push(document.name);
    this.units.push(this.unitNumber(document.unitKey));
    this.listingNames.push(this.nameRoles.length);
    const readings = readName(document.name, this.vocabulary);
    for (const [at, forms] of readings.entries()) this.addName(forms, at === 0 ? NameRole.NAME : NameRole.READING);
    if (document.formerName) this.addFormerName(document.formerName, readings);
    this.addressStarts.push(this.addressItems.length);
    for (const form of document.address ? (readName(document.address, this.vocabulary)[0] ?? []) : [])
      this.addressItems.push(form);
  }

  /** The finished index; the builder is spent. */
  finish(): PackedSearchIndex {
    this.listingNames.push(this.nameRoles.length);
    this.nameStarts.push(this.nameItems.length);
    this.addressStarts.push(this.addressItems.length);
    const count = this.codes.length;
    const { finalForms, formKeys, keyForms, forms, keys, keyTexts } = this.vocabulary.finish();
    const provisional: PackedLists = {
      starts: this.nameStarts.view(),
      items: this.nameItems.view().map((form) => finalForms[form]!),
    };
    const listingStarts = this.listingNames.view().map((name) => provisional.starts[name]!);
    const byListing: PackedLists = { starts: listingStarts, items: provisional.items.map((form) => formKeys[form]!) };
    const frequencies = countsOf(invert(byListing, keyTexts.length));
    const pairs = this.countPairs(provisional, formKeys);
    const weights = weighWords(provisional, formKeys, frequencies, pairs, keyTexts, count);
    const ordinals = this.lightestFirst(provisional, weights);
    const internals = new Uint32Array(count);
    for (let internal = 0; internal < count; internal++) internals[ordinals[internal]!] = internal;
    const names = this.orderNames(ordinals, provisional, weights);
    const foldedNames = packFoldedNames(names.nameForms, formKeys, keyTexts);
    const nameKeys: PackedLists = {
      starts: names.listingNames.map((name) => names.nameForms.starts[name]!),
      items: names.nameForms.items.map((form) => formKeys[form]!),
    };
    const addressKeys = this.orderAddresses(ordinals, finalForms, formKeys);
    const listingUnits = ordinals.map((ordinal) => this.units.view()[ordinal]!);
    const unitLists: PackedLists = {
      starts: Uint32Array.from({ length: count + 1 }, (_, i) => i),
      items: listingUnits,
    };
    const namePostings = invert(nameKeys, keyTexts.length);
    const addressPostings = invert(addressKeys, keyTexts.length);
    const codes = this.codes.finish();
    const deletions = buildDeletions(keyTexts);
    return {
      documentCount: count,
      ordinals,
      internals,
      codes,
      codeBlocks: buildCodeBlocks(codes),
      names: this.names.finish(),
      forms,
      keys,
      formKeys,
      keyForms,
      ...names,
      foldedNames,
      nameBigrams: count <= MOST_WITH_BIGRAMS ? bigramsOfNames(foldedNames) : new Uint32Array(0),
      addressKeys,
      namePostings,
      addressPostings,
      ...buildCommonBitsets(namePostings, addressPostings, keyTexts.length, count),
      unitKeys: packStrings([...this.unitNumbers.keys()]),
      listingUnits,
      unitPostings: invert(unitLists, this.unitNumbers.size + 1),
      pairKeys: pairs.keys,
      pairCounts: pairs.counts,
      deletionHashes: deletions.hashes,
      deletions: deletions.keys,
    };
  }

  private unitNumber(key: string | null): number {
    if (key === null) return 0;
    const known = this.unitNumbers.get(key) ?? this.unitNumbers.size + 1;
    this.unitNumbers.set(key, known);
    return known;
  }

  private addName(forms: readonly number[], role: NameRole): void {
    this.nameRoles.push(role);
    this.nameStarts.push(this.nameItems.length);
    for (const form of forms) this.nameItems.push(form);
  }

  private addFormerName(text: string, readings: readonly (readonly number[])[]): void {
    const known = new Set(readings.map((forms) => forms.join()));
    const former = readName(text, this.vocabulary)[0] ?? [];
    if (!known.has(former.join())) this.addName(former, NameRole.FORMER_NAME);
  }

  private countPairs(names: PackedLists, formKeys: Uint32Array): PairCounter {
    const pairs = new PairCounter();
    for (let name = 0; name < this.nameRoles.length; name++) {
      const end = names.starts[name + 1]!;
      for (let at = names.starts[name]! + 1; at < end; at++)
        pairs.add(formKeys[names.items[at - 1]!]!, formKeys[names.items[at]!]!);
    }
    return pairs;
  }

  /** Ordinals in the order of the weights of their names, then of ordinals. */
  private lightestFirst(names: PackedLists, weights: Uint8Array): Uint32Array {
    const firstNames = this.listingNames.view();
    const sortable = new Float64Array(this.codes.length);
    for (let ordinal = 0; ordinal < sortable.length; ordinal++) {
      let weight = 0;
      const name = firstNames[ordinal]!;
      for (let at = names.starts[name]!; at < names.starts[name + 1]!; at++) weight += weights[at]!;
      sortable[ordinal] = weight * ORDINAL_ROOM + ordinal;
    }
    return Uint32Array.from(sortable.sort(), (each) => each % ORDINAL_ROOM);
  }

  private orderNames(
    ordinals: Uint32Array,
    names: PackedLists,
    weights: Uint8Array,
  ): Pick<PackedSearchIndex, 'listingNames' | 'nameRoles' | 'nameForms' | 'nameWeights'> {
    const listingNames = new Uint32Array(ordinals.length + 1);
    const nameRoles = new Uint8Array(this.nameRoles.length);
    const starts = new Uint32Array(this.nameRoles.length + 1);
    const items = new Uint32Array(names.items.length);
    const nameWeights = new Uint8Array(names.items.length);
    const [owned, roles] = [this.listingNames.view(), this.nameRoles.view()];
    let name = 0;
    let at = 0;
    for (let internal = 0; internal < ordinals.length; internal++) {
      const ordinal = ordinals[internal]!;
      for (let from = owned[ordinal]!; from < owned[ordinal + 1]!; from++) {
        nameRoles[name++] = roles[from]!;
        const [start, end] = [names.starts[from]!, names.starts[from + 1]!];
        for (let i = start; i < end; i++, at++) {
          items[at] = names.items[i]!;
          nameWeights[at] = weights[i]!;
        }
        starts[name] = at;
      }
      listingNames[internal + 1] = name;
    }
    return { listingNames, nameRoles, nameForms: { starts, items }, nameWeights };
  }

  private orderAddresses(ordinals: Uint32Array, finalForms: Uint32Array, formKeys: Uint32Array): PackedLists {
    const [from, forms] = [this.addressStarts.view(), this.addressItems.view()];
    const starts = new Uint32Array(ordinals.length + 1);
    const items = new Uint32Array(forms.length);
    let at = 0;
    for (let internal = 0; internal < ordinals.length; internal++) {
      const ordinal = ordinals[internal]!;
      for (let i = from[ordinal]!; i < from[ordinal + 1]!; i++) items[at++] = formKeys[finalForms[forms[i]!]!]!;
      starts[internal + 1] = at;
    }
    return { starts, items };
  }
}

function countsOf(lists: PackedLists): Uint32Array {
  return Uint32Array.from({ length: lists.starts.length - 1 }, (_, i) => lists.starts[i + 1]! - lists.starts[i]!);
}
