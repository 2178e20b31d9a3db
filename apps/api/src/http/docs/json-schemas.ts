/**
 * zod schemas as the JSON Schema that OpenAPI 3.1 speaks (draft 2020-12). A schema with `.meta({ id })` becomes a component under that
 * name, also when it refers to itself; others stand where they are used.
 * Invariants: one name is one shape. Where a request reads a schema differently than an answer (a default, a transform), the request's is
 * `<name>Input`.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.JSONSchema;
export type Direction = 'in' | 'out';

/** A schema whose references wait for their final names. */
export type DraftSchema = { readonly [key: string]: unknown };

export type SchemaBook = {
  readonly write: (schema: z.ZodType, direction: Direction) => DraftSchema;
  /** The document with every reference settled and its components. */
  readonly settle: <Document>(document: Document) => {
    readonly document: Document;
    readonly schemas: { readonly [name: string]: unknown };
  };
};

export const openSchemaBook = (): SchemaBook => {
  const shapes: Record<Direction, Map<string, string>> = { in: new Map(), out: new Map() };
  const nameOf = (direction: Direction, name: string): string => {
    const asked = shapes.in.get(name);
    const isTwo = asked !== undefined && shapes.out.has(name) && neutral(asked) !== neutral(shapes.out.get(name)!);
    return direction === 'in' && isTwo ? `${name}Input` : name;
  };
  const settle = <Part>(part: Part): Part =>
    JSON.parse(JSON.stringify(part), (key, value) => settledRef(key, value, nameOf));
  return {
    write: (schema, direction) => {
      const { root, definitions } = jsonSchemaOf(schema, direction);
      for (const [name, text] of definitions) shapes[direction].set(name, text);
      return root;
    },
    settle: (document) => {
      const named = (['out', 'in'] as const).flatMap((direction) =>
        [...shapes[direction]].map(([name, text]) => [nameOf(direction, name), settle(JSON.parse(text))] as const),
      );
      return { document: settle(document), schemas: Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1))) };
    },
  };
};

const jsonSchemaOf = (
  schema: z.ZodType,
  direction: Direction,
): { root: DraftSchema; definitions: ReadonlyMap<string, string> } => {
  // Inside an object, so that a schema with an id comes out as a reference to it.
  const { $defs = {}, properties = {} } = z.toJSONSchema(z.object({ root: schema }), {
    io: direction === 'in' ? 'input' : 'output',
    unrepresentable: 'any',
    cycles: 'ref',
    reused: 'inline',
  });
  const names = new Map(Object.entries($defs).map(([name, definition]) => [name, properName(name, definition)]));
  const draft = (part: unknown): string => JSON.stringify(part, (key, value) => draftRef(key, value, direction, names));
  const definitions = Object.entries($defs).map(([name, definition]) => {
    const { id: _name, ...rest } = definition as JsonSchema & { id?: string };
    return [names.get(name)!, draft(rest)] as const;
  });
  return { root: JSON.parse(draft(properties.root)), definitions: new Map(definitions) };
};

/** A recursive schema without an id is called `__schema0` and so on, differently each time; its content names it better. */
const properName = (name: string, definition: unknown): string =>
  name.startsWith('__')
    ? `Part${createHash('sha256').update(JSON.stringify(definition).replaceAll(name, '')).digest('hex').slice(0, 6)}`
    : name;

const draftRef = (key: string, value: unknown, direction: Direction, names: ReadonlyMap<string, string>): unknown =>
  key === '$ref' && typeof value === 'string' ? `${direction}:${names.get(value.replace('#/$defs/', ''))}` : value;

const settledRef = (key: string, value: unknown, nameOf: (direction: Direction, name: string) => string): unknown => {
  const [, direction, name] = (key === '$ref' && typeof value === 'string' && /^(in|out):(.+)$/.exec(value)) || [];
  return name === undefined ? value : `#/components/schemas/${nameOf(direction as Direction, name)}`;
};

const neutral = (text: string): string => text.replaceAll('"$ref":"in:', '"$ref":"out:');
