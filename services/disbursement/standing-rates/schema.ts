// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'e554771c7fde4c0e';
