import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { below, chance, oneOf, randomSource, type RandomSource } from '../../src/seeding/random';
import { ArgumentValues } from './argument-values';
import { hostileText } from './hostile-values';
import type { SeenValues } from './seen-values';

/** A request as it is sent. */
export interface MadeOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const DEEPEST = 6;
const NEAR_VALID = 0.08;
const MUTATIONS = 0.02;

/** Makes the operations of a run: the same for the same seed, schema and answers. */
export class OperationMaker {
  private readonly random: RandomSource;
  private readonly values: ArgumentValues;
  private declared: string[] = [];
  private variables: Record<string, unknown> = {};
  private aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    seen: SeenValues,
    seed: number,
  ) {
    this.random = randomSource(seed, 'fuzz');
    this.values = new ArgumentValues(this.random, seen);
  }

  next(): MadeOperation {
    const { random } = this;
    this.declared = [];
    this.variables = {};
    this.aliases = 0;
    const isMutation = chance(random, MUTATIONS);
    const root = isMutation ? this.schema.getMutationType() : this.schema.getQueryType();
    if (!root) throw new Error('The schema lacks a root type.');
    const fields = Object.values(root.getFields());
    // One mutation at a time: several in one request are refused where they count as tries.
    const count = isMutation ? 1 : chance(random, 0.05) ? 20 : 1 + below(random, 3);
    const repeated = chance(random, 0.5) ? oneOf(random, fields) : undefined;
    const selections = Array.from({ length: count }, () => this.field(repeated ?? oneOf(random, fields), DEEPEST));
    const head = this.declared.length > 0 ? ` (${this.declared.join(', ')})` : '';
    const query = `${isMutation ? 'mutation' : 'query'} F${head} { ${selections.join(' ')} }`;
    return { query: chance(random, NEAR_VALID) ? this.damaged(query) : query, variables: this.variables };
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const { random } = this;
    const type = getNamedType(field.type);
    const args = field.args
      .filter((argument) => isRequiredArgument(argument) || chance(random, 0.4))
      .map((argument) => `${argument.name}: ${this.argument(argument)}`);
    const call = args.length > 0 ? `(${args.join(', ')})` : '';
    // Without names of their own, fields with other arguments clash.
    const alias = call ? `a${(this.aliases += 1)}: ` : '';
    const directive = chance(random, 0.02) ? ` @${oneOf(random, ['include', 'skip'])}(if: ${chance(random, 0.5)})` : '';
    const head = `${alias}${field.name}${call}${directive}`;
    return isLeafType(type) ? head : `${head} { ${this.selections(type.name, depth - 1)} }`;
  }

  private argument(argument: GraphQLField<unknown, unknown>['args'][number]): string {
    const { random } = this;
    const value = this.values.of(argument.type, argument.name);
    const name = `v${this.declared.length}`;
    const isNullable = chance(random, 0.1) && argument.defaultValue !== undefined;
    const type = isNullable ? String(argument.type).replace(/!$/, '') : String(argument.type);
    this.declared.push(`$${name}: ${type}`);
    if (isNullable && chance(random, 0.7)) this.variables[name] = null;
    else if (!(isNullable && chance(random, 0.5))) this.variables[name] = value;
    return `$${name}`;
  }

  private selections(typeName: string, depth: number): string {
    const { random, schema } = this;
    const type = schema.getType(typeName);
    if (isAbstractType(type)) {
      const parts = schema
        .getPossibleTypes(type)
        .filter(() => chance(random, 0.5))
        .slice(0, 3);
      const own =
        isInterfaceType(type) && chance(random, 0.7) ? this.someFields(Object.values(type.getFields()), depth) : [];
      return ['__typename', ...own, ...parts.map((part) => this.onType(part, depth))].join(' ');
    }
    if (!isObjectType(type)) return '__typename';
    return this.someFields(Object.values(type.getFields()), depth).join(' ') || '__typename';
  }

  /** Fields whose names differ from those of other types, which could clash. */
  private onType(type: GraphQLObjectType, depth: number): string {
    const some = [...Object.values(type.getFields())].filter(() => chance(this.random, 0.3)).slice(0, 5);
    const fields = this.someFields(some, depth);
    const renamed = fields.map((field) =>
      /^a\d+: /.test(field) ? field : `${type.name.toLowerCase()}${(this.aliases += 1)}: ${field}`,
    );
    return `... on ${type.name} { __typename ${renamed.join(' ')} }`;
  }

  private someFields(fields: readonly GraphQLField<unknown, unknown>[], depth: number): string[] {
    const { random } = this;
    return fields
      .filter((field) => {
        const isLeaf = isLeafType(getNamedType(field.type));
        if (depth <= 0) return isLeaf && field.args.length === 0 && chance(random, 0.5);
        // What leads to the entries of a list is always taken.
        return /^(edges|nodes?|listings)$/.test(field.name) || chance(random, isLeaf ? 0.5 : 0.2);
      })
      .map((field) => this.field(field, depth));
  }

  /** The text of a document with one fault in it. */
  private damaged(query: string): string {
    const { random } = this;
    const at = below(random, query.length);
    const until = at + below(random, 20);
    return oneOf(random, [
      query.slice(0, at) + query.slice(until),
      query.slice(0, until) + query.slice(at),
      `${query.slice(0, at)}${hostileText(random).slice(0, 50)}${query.slice(at)}`,
      query.replace(/[a-z]+(?= \{)/, 'nothing'),
      query.replace(/\$v0\b/, '$v1'),
      query.replace('{', '{{'),
      `${query} ${query}`,
    ]);
  }
}
