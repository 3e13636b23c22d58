// What one iteration sends. An iteration is one request, so that the offered rate is the rate of requests.
import http from 'k6/http';
import { SharedArray } from 'k6/data';

/** The kinds of requests, bound to one service and one data set. */
export function requestsTo(config) {
  const array = (name) => new SharedArray(name, () => JSON.parse(open(config.dataFile))[name]);
  const skus = array('skus');
  const categories = array('categories');
  const orders = array('orders');
  const customers = array('customers');

  const pick = (random, values) => values[random.below(values.length)];
  const read = { headers: { Accept: 'application/json' }, timeout: config.timeout };
  const get = (path) => ({ response: http.get(config.baseUrl + path, read), expected: 200 });

  const product = (random) => get(`/api/v1/products/${pick(random, skus)}`);
  const page = (random) => get(`/api/v1/products?limit=20&category=${pick(random, categories)}`);
  const customerOrders = (random) => get(`/api/v1/orders?limit=20&customerId=${pick(random, customers)}`);
  const order = (random) => get(`/api/v1/orders/${pick(random, orders)}`);

  function placeOrder(random, id) {
    const lines = [];
    const count = 1 + random.below(3);
    for (let i = 0; i < count; i++) {
      const sku = pick(random, skus);
      if (!lines.some((line) => line.sku === sku)) {
        lines.push({ sku, quantity: 1 + random.below(3) });
      }
    }
    const body = JSON.stringify({ customerId: pick(random, customers), lines });
    const response = http.post(`${config.baseUrl}/api/v1/orders`, body, {
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${config.token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': `lab-${config.seed}-${id}`,
      },
      timeout: config.timeout,
    });
    return { response, expected: 201 };
  }

  const ping = () => get('/api/v1/ping');

  function browse(random) {
    const share = random.next();
    if (share < 0.6) {
      return product(random);
    }
    return share < 0.85 ? page(random) : customerOrders(random);
  }

  // Reports stay out: at one in a hundred their time alone would be the 99th percentile.
  function mixed(random, id) {
    const share = random.next();
    if (share < 0.5) {
      return product(random);
    }
    if (share < 0.7) {
      return page(random);
    }
    if (share < 0.8) {
      return customerOrders(random);
    }
    return share < 0.9 ? order(random) : placeOrder(random, id);
  }

  const scenarios = { ping, browse, order: placeOrder, mixed };
  // In turn, so that every path of the service is warm before any cell measures it.
  const all = [mixed, ping, browse, placeOrder];
  return { ...scenarios, warmup: (random, id, i) => all[i % all.length](random, id) };
}
