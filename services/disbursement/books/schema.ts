// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '0a04c34aa29d9e38';
