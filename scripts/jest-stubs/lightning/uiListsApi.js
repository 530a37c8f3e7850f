// The stub of sfdx-lwc-jest gives functions that are no wire adapters, and lacks most of the module.
import { createLdsTestWireAdapter } from '@salesforce/wire-service-jest-util';

export const getListInfoByName = createLdsTestWireAdapter(jest.fn());
export const getListInfosByObjectName = createLdsTestWireAdapter(jest.fn());
export const getListRecordsByName = createLdsTestWireAdapter(jest.fn());
