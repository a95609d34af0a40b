import { badRequest } from './refusal.js';

/**
 * Reads the fields of a JSON object that came as a parameter, refusing in Telegram's words.
 * `prefix` stands before the reason ("can't parse inline keyboard button: ").
 */
export class Fields {
  private readonly values: Readonly<Record<string, unknown>>;
  private readonly prefix: string;

  private constructor(values: Readonly<Record<string, unknown>>, prefix: string) {
    this.values = values;
    this.prefix = prefix;
  }

  static of(value: unknown, notObject: string, prefix = ''): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw badRequest(notObject);
    }
    return new Fields(value as Record<string, unknown>, prefix);
  }

  has(name: string): boolean {
    return this.values[name] !== undefined && this.values[name] !== null;
  }

  raw(name: string): unknown {
    return this.values[name];
  }

  refusal(reason: string): Error {
    return badRequest(this.prefix + reason);
  }

  text(name: string): string;
  text(name: string, required: 'required'): string;
  text(name: string, required?: 'required'): string {
    const value = this.values[name];
    if (value === undefined || value === null) {
      if (required) throw this.refusal(`Can't find field "${name}"`);
      return '';
    }
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') throw this.refusal(`Field "${name}" must be of type String`);
    return value;
  }

  flag(name: string): boolean {
    const value = this.values[name] ?? false;
    if (typeof value !== 'boolean') throw this.refusal(`Field "${name}" must be of type Boolean`);
    return value;
  }

  integer(name: string): number | undefined {
    const value = this.values[name];
    if (value === undefined || value === null) return undefined;
    const number = typeof value === 'string' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isInteger(number)) {
      throw this.refusal(`Field "${name}" must be a valid Number`);
    }
    return number;
  }

  list(name: string): readonly unknown[] {
    const value = this.values[name] ?? [];
    if (!Array.isArray(value)) throw this.refusal(`Field "${name}" must be of type Array`);
    return value;
  }
}
