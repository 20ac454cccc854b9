// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'b9b98a588b5a0578';
