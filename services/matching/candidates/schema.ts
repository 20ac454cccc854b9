// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'be82c7528c63a4ac';
