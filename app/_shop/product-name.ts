export { productName } from '@/lib/reading/product-name'
