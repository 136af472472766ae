/**
 * Where a request comes from. Each proxy adds the address that it heard from to the end of `x-forwarded-for`: with
 * `proxies` of our own in front, the one that many places before the connection is true, and whatever stands further in
 * front may be invented.
 */
export function clientAddress(connection: string, forwarded: string | undefined, proxies: number): string {
  const heard = (forwarded ?? "").split(",").flatMap((address) => address.trim() || []);
  const way = [...heard, connection];
  return way[Math.max(0, way.length - 1 - proxies)] ?? connection;
}
