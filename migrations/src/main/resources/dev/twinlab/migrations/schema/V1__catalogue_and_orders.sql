-- Times are kept in milliseconds, as the API shows them: what is read back is what was answered.

CREATE TABLE products (
  sku         text           PRIMARY KEY CHECK (sku ~ '^[A-Z0-9][A-Z0-9-]{2,39}$'),
  name        text           NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  description text           NOT NULL CHECK (length(description) <= 2000),
  category    text           NOT NULL CHECK (category ~ '^[a-z][a-z0-9-]{0,39}$'),
  price_minor bigint         NOT NULL CHECK (price_minor >= 0),
  currency    text           NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  stock       integer        NOT NULL CHECK (stock >= 0),
  version     bigint         NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_at  timestamptz(3) NOT NULL DEFAULT now()
);

-- GET /products?category, in SKU order; without a category the primary key serves.
CREATE INDEX products_category_sku ON products (category, sku);

CREATE TABLE orders (
  id          uuid           PRIMARY KEY,
  customer_id uuid           NOT NULL,
  status      text           NOT NULL CHECK (status IN ('PENDING', 'CONFIRMED', 'SHIPPED', 'CANCELLED')),
  currency    text           NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  total_minor bigint         NOT NULL CHECK (total_minor >= 0),
  line_count  integer        NOT NULL CHECK (line_count BETWEEN 1 AND 50),
  created_at  timestamptz(3) NOT NULL DEFAULT now(),
  updated_at  timestamptz(3) NOT NULL DEFAULT now(),
  CHECK (updated_at >= created_at)
);

-- GET /orders with each of its filters, newest first; ids are UUIDv7, so their order is the order of time.
CREATE INDEX orders_customer_id ON orders (customer_id, id DESC);
CREATE INDEX orders_status_id ON orders (status, id DESC);
CREATE INDEX orders_customer_status_id ON orders (customer_id, status, id DESC);
-- GET /reports/sales: a range of days.
CREATE INDEX orders_created_at ON orders (created_at);

CREATE TABLE order_lines (
  order_id         uuid    NOT NULL REFERENCES orders (id),
  sku              text    NOT NULL REFERENCES products (sku),
  quantity         integer NOT NULL CHECK (quantity BETWEEN 1 AND 1000),
  unit_price_minor bigint  NOT NULL CHECK (unit_price_minor >= 0),
  -- An order has a SKU once, and its lines are read in this order.
  PRIMARY KEY (order_id, sku)
);

-- A key belongs to the subject of the token: nobody can probe for, or collide with, the keys of others.
-- The order's id is made here, in the first statement of the transaction, so that a concurrent duplicate waits on this row.
CREATE TABLE idempotency_keys (
  subject      text           NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
  key          text           NOT NULL CHECK (key ~ '^[A-Za-z0-9._:-]{8,128}$'),
  request_hash bytea          NOT NULL CHECK (length(request_hash) = 32),
  order_id     uuid           NOT NULL DEFAULT uuidv7() UNIQUE REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  created_at   timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (subject, key)
);

CREATE TABLE outbox (
  id           uuid           PRIMARY KEY DEFAULT uuidv7(),
  order_id     uuid           NOT NULL REFERENCES orders (id),
  type         text           NOT NULL CHECK (type IN ('ORDER_CREATED', 'ORDER_CONFIRMED', 'ORDER_CANCELLED')),
  payload      jsonb          NOT NULL,
  created_at   timestamptz(3) NOT NULL DEFAULT now(),
  available_at timestamptz(3) NOT NULL DEFAULT now(),
  attempts     integer        NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  processed_at timestamptz(3),
  parked_at    timestamptz(3),
  last_error   text
);

-- What a worker takes next: only what is still to be done is in the index.
CREATE INDEX outbox_due ON outbox (available_at, id) WHERE processed_at IS NULL AND parked_at IS NULL;
CREATE INDEX outbox_order_id ON outbox (order_id);
