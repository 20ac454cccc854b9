// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '3c389871111ae1cf';
