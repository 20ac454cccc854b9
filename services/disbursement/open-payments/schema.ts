// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '8f58ce66ffe87001';
