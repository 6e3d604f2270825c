import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { below, chance, oneOf, type RandomSource } from '../../src/seeding/random';
import { forged, hostileDate, hostileNumber, hostileText, plausibleText, somethingElse } from './hostile-values';
import type { SeenValues } from './seen-values';

/** How likely a value is one that breaks things. */
const HOSTILE = 0.12;
/** How likely a value is of another type altogether. */
const WRONG_TYPE = 0.008;
const MANY = [51, 101, 400];

/** Makes values for arguments: mostly such as clients send, some that are hostile. */
export class ArgumentValues {
  constructor(
    private readonly random: RandomSource,
    private readonly seen: SeenValues,
  ) {}

  /** A value of `type` for the argument or input field `name`, as JSON. */
  of(type: GraphQLInputType, name: string): unknown {
    const { random } = this;
    if (chance(random, WRONG_TYPE)) return somethingElse(random);
    if (isNonNullType(type)) return this.of(type.ofType, name);
    if (isListType(type)) return this.list(type.ofType, name);
    if (isEnumType(type)) {
      return chance(random, 0.03) ? hostileText(random) : oneOf(random, type.getValues()).name;
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isRequiredInputField(field) || chance(random, 0.35),
      );
      const extra = chance(random, 0.02) ? { nonsense: 1 } : {};
      return { ...Object.fromEntries(fields.map((field) => [field.name, this.of(field.type, field.name)])), ...extra };
    }
    return this.scalar(type.name, name);
  }

  private list(item: GraphQLInputType, name: string): unknown[] {
    const { random } = this;
    const length = chance(random, 0.03) ? oneOf(random, MANY) : below(random, 4);
    return Array.from({ length }, () => this.of(item, name));
  }

  private scalar(type: string, name: string): unknown {
    const { random } = this;
    const isHostile = chance(random, HOSTILE);
    if (type === 'Boolean') return chance(random, 0.5);
    if (type === 'Date') return isHostile ? hostileDate(random) : this.day();
    if (type === 'Int') return isHostile ? hostileNumber(random) : this.count(name);
    if (type === 'Float' || type === 'Vnd') return isHostile ? hostileNumber(random) : this.measure(name);
    return isHostile ? this.hostile(name) : this.text(name);
  }

  private day(): string {
    const { random } = this;
    const digits = (number: number): string => String(number).padStart(2, '0');
    return `${2_015 + below(random, 14)}-${digits(1 + below(random, 12))}-${digits(1 + below(random, 28))}`;
  }

  private count(name: string): number {
    if (name === 'zoom') return below(this.random, 20);
    if (name === 'year') return 2_020 + below(this.random, 8);
    return 1 + below(this.random, chance(this.random, 0.2) ? 100 : 8);
  }

  private measure(name: string): number {
    const { random } = this;
    if (/lat|south|north/i.test(name)) return 8 + random() * 15;
    if (/lon|lng|west|east/i.test(name)) return 102 + random() * 8;
    return random() * 50_000;
  }

  private text(name: string): string {
    const { random, seen } = this;
    const known =
      name === 'after' || name === 'before' ? 'cursor' : /^ids?$/.test(name) ? 'id' : /code/i.test(name) ? 'code' : '';
    return seen.one(random, known) ?? plausibleText(random);
  }

  private hostile(name: string): string {
    const real = this.text(name);
    return chance(this.random, /after|before|id|code/i.test(name) ? 0.6 : 0.1)
      ? forged(this.random, real)
      : hostileText(this.random);
  }
}
