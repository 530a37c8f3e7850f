import type { Decimal, Id, Integer } from '../../../language/wire.ts';
import type { Reference } from './reference.ts';

/** A discount on offer. @inferred 1.x */
export interface Discount {
  readonly id: Id;
  readonly name: string;
}

/** Groups discounts. @inferred 1.x */
export interface DiscountCategory {
  readonly id: Id;
  readonly name: string;
}

/** A code that a customer gives to get a discount. @inferred 1.x */
export interface DiscountCode {
  readonly id: Id;
  readonly name?: string;
}

/** What orders and services name to get a discount. @inferred 1.x */
export interface DiscountIdentifier {
  readonly id: Id;
  readonly name?: string;
}

/** A discount on an order item or a service, with what differs from its definition. @inferred 1.x */
export interface DiscountConfiguration {
  discount_identifier: Reference;
  override_amount?: Decimal;
  override_percentage?: Decimal;
  override_duration?: Integer;
}
