import type { FieldOrderContext, FieldOrderListContext } from '@apexdevtools/apex-parser';
import type { OrderItem } from '../soql.ts';
import type { QueryBinds } from './soql.ts';
import { buildFieldOrFunction } from './soql-fields.ts';

export function buildOrder(ctx: FieldOrderListContext | null, binds: QueryBinds): OrderItem[] {
  return ctx ? ctx.fieldOrder_list().map((item) => buildOrderItem(item, binds)) : [];
}

function buildOrderItem(ctx: FieldOrderContext, binds: QueryBinds): OrderItem {
  return {
    by: buildFieldOrFunction(ctx, binds),
    descending: Boolean(ctx.DESC()),
    nulls: ctx.FIRST() ? 'first' : ctx.LAST() ? 'last' : null,
  };
}
