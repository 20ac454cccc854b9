// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '02e179da03aa9b82';
