// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'b0be486f17cd1b82';
