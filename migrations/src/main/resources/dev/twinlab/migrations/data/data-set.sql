-- Fills empty tables from two session settings, data_set.products and data_set.orders.
-- Whole numbers and md5 only: no random(), no floating point, no now(), nothing that a locale or a time zone can change.
-- So the same sizes give the same rows on every server, in the same physical order.

CREATE FUNCTION pg_temp.pick(seed text, choices bigint) RETURNS bigint
  LANGUAGE sql IMMUTABLE AS $$ SELECT ('x' || substr(md5(seed), 1, 15))::bit(60)::bigint % choices $$;

-- Version 8 of RFC 9562: the bits are ours.
CREATE FUNCTION pg_temp.customer_id(n bigint) RETURNS uuid
  LANGUAGE sql IMMUTABLE AS $$
    SELECT (substr(h, 1, 12) || '8' || substr(h, 13, 3) || '8' || substr(h, 16, 15))::uuid FROM md5('customer ' || n) AS h
  $$;

-- UUIDv7 of RFC 9562: 48 bits of milliseconds, then bits that follow from the number alone.
CREATE FUNCTION pg_temp.order_id(n bigint, millis bigint) RETURNS uuid
  LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex(millis), 12, '0') || '7' || substr(h, 1, 3)
        || substr('89ab', 1 + pg_temp.pick('variant ' || n, 4)::integer, 1) || substr(h, 4, 15))::uuid
    FROM md5('order ' || n) AS h
  $$;

INSERT INTO products (sku, name, description, category, price_minor, currency, stock, version, updated_at)
SELECT
  'SKU-' || lpad(n::text, 6, '0'),
  'Product ' || n,
  replace(
    (ARRAY[
      'Number # of the catalogue, made for every day and packed flat.',
      'Number # of the catalogue, für jeden Tag gemacht und platzsparend verpackt.',
      'Number # of the catalogue, a small batch with a short waiting list.',
      'Number # of the catalogue, la crème de la crème, livrée en boîte recyclée.',
      'Number # of the catalogue, tested by people who had no reason to be kind.'
    ])[1 + pg_temp.pick('description ' || n, 5)],
    '#', n::text),
  (ARRAY[
    'books', 'bakery', 'bicycles', 'cameras', 'clothing', 'coffee', 'computers', 'cosmetics', 'furniture', 'games',
    'garden', 'groceries', 'hardware', 'kitchen', 'lighting', 'music', 'office', 'shoes', 'toys', 'imports'
  ])[1 + (n - 1) % 20],
  99 + pg_temp.pick('price ' || n, 99999 - 99 + 1),
  CASE (n - 1) % 20 WHEN 19 THEN 'USD' ELSE 'EUR' END,
  -- Enough for any load, none of a few, and of every fifth import so little that one order can buy it out.
  CASE WHEN n % 1000 = 999 THEN 0 WHEN n % 100 = 0 THEN 10 ELSE 1000000 END,
  1,
  '2025-01-01T00:00:00Z'
FROM generate_series(1, current_setting('data_set.products')::integer) AS n
ORDER BY n;

-- The period is cut into as many slots as there are orders, and each order falls somewhere into its own slot:
-- even, irregular, and strictly increasing as long as a slot is a millisecond or more.
CREATE TEMPORARY TABLE draft_orders ON COMMIT DROP AS
SELECT
  n,
  1735689600000 + (n - 1) * span / orders + pg_temp.pick('time ' || n, span / orders) AS millis,
  pg_temp.customer_id(pg_temp.pick('buyer ' || n, greatest(orders / 100, 1))) AS customer_id,
  pg_temp.pick('status ' || n, 100) AS percentile
FROM
  (SELECT 90::bigint * 24 * 60 * 60 * 1000 AS span, greatest(current_setting('data_set.orders')::bigint, 1) AS orders) AS sizes,
  generate_series(1, current_setting('data_set.orders')::bigint) AS n;

-- An order has the currency of all its lines, so 'imports' (every twentieth product) stays out: the other products have
-- indexes 0..eligible-1. Equal steps that together do not go round give every line of an order another product.
CREATE TEMPORARY TABLE draft_lines ON COMMIT DROP AS
SELECT n, sku, price_minor, 1 + pg_temp.pick('quantity ' || n || ' ' || line, 5) AS quantity
FROM
  (
    SELECT n, line, ((first + line * step) % eligible) AS index
    FROM
      (SELECT p - p / 20 AS eligible FROM (SELECT current_setting('data_set.products')::bigint AS p) AS sizes) AS catalogue,
      draft_orders,
      LATERAL (
        SELECT
          pg_temp.pick('first ' || n, eligible) AS first,
          1 + pg_temp.pick('step ' || n, greatest((eligible - 1) / 4, 1)) AS step,
          least(1 + pg_temp.pick('lines ' || n, 5), eligible) AS lines
      ) AS choice,
      LATERAL generate_series(0, lines - 1) AS line
  ) AS chosen
  JOIN products ON sku = 'SKU-' || lpad((index + index / 19 + 1)::text, 6, '0');

INSERT INTO orders (id, customer_id, status, currency, total_minor, line_count, created_at, updated_at)
SELECT
  pg_temp.order_id(n, millis),
  customer_id,
  status,
  'EUR',
  total_minor,
  line_count,
  '1970-01-01T00:00:00Z'::timestamptz + millis * interval '1 millisecond',
  '1970-01-01T00:00:00Z'::timestamptz + (millis + worked) * interval '1 millisecond'
FROM
  draft_orders
  JOIN (SELECT n, sum(quantity * price_minor) AS total_minor, count(*) AS line_count FROM draft_lines GROUP BY n) AS sums USING (n),
  LATERAL (
    SELECT
      CASE WHEN percentile < 5 THEN 'PENDING' WHEN percentile < 15 THEN 'CONFIRMED' WHEN percentile < 90 THEN 'SHIPPED' ELSE 'CANCELLED' END AS status,
      CASE WHEN percentile < 5 THEN 0 WHEN percentile < 15 THEN 60000 WHEN percentile < 90 THEN 86400000 ELSE 3600000 END AS worked
  ) AS progress
ORDER BY n;

INSERT INTO order_lines (order_id, sku, quantity, unit_price_minor)
SELECT pg_temp.order_id(n, millis), sku, quantity, price_minor
FROM draft_lines JOIN draft_orders USING (n)
ORDER BY n, sku;

DROP FUNCTION pg_temp.order_id, pg_temp.customer_id, pg_temp.pick;
