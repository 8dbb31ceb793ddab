export { default, metadata } from '../../shared/layout'
